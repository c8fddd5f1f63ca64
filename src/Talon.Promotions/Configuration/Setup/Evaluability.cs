namespace Talon.Promotions;

/// <summary>Keeps enabled campaigns evaluable, whatever is changed around them.</summary>
internal static class Evaluability
{
    /// <summary>Refuses a change after which an enabled campaign that could be evaluated no longer can.</summary>
    public static void Check(Configuration before, Configuration after)
    {
        List<Problem> problems = [];
        foreach (var application in after.Applications)
        {
            var known = before.Applications.Find(application.Id) is null ? null : before.For(application.Id);
            var next = after.For(application.Id);
            if (known != next)
                problems.AddRange(Broken(known, next));
        }

        if (problems.Count > 0)
            throw new InvalidRequestException(problems);
    }

    private static IEnumerable<Problem> Broken(ApplicationConfiguration? before, ApplicationConfiguration after) =>
        from broken in after.BrokenCampaigns
        where IsEnabled(after, broken.CampaignId)
        where before is null || !IsEnabled(before, broken.CampaignId) || before.BrokenCampaigns.All(b => b.CampaignId != broken.CampaignId)
        let campaign = after.Campaigns[broken.CampaignId]
        from problem in broken.Problems
        select new Problem(
            "Invalid",
            $"The enabled campaign \"{campaign.Name}\" ({campaign.Id}) could not be evaluated: {problem.Describe()} (at {problem.Pointer} of its ruleset)");

    private static bool IsEnabled(ApplicationConfiguration application, long campaignId) =>
        application.Campaigns.GetValueOrDefault(campaignId)?.State == CampaignState.Enabled;
}
