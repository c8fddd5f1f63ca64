using Talon.RuleEngine.Codes;

namespace Talon.RuleEngine.Evaluation;

/// <summary>Notes campaigns that their group left out.</summary>
internal sealed class Exclusions(RunLog log, CodeDesk codes, bool explains)
{
    public const string NotFirst = "CampaignIsNotFirst";

    public const string LowerDiscount = "CampaignGaveLowerDiscount";

    /// <summary>Leaves out a campaign, or all campaigns of a group.</summary>
    /// <param name="member">What is left out.</param>
    /// <param name="group">The group that decided.</param>
    /// <param name="reason">The API's name of the reason.</param>
    /// <param name="words">The reason in words.</param>
    /// <param name="considered">Which campaigns would have been evaluated.</param>
    public void Exclude(EvaluationMember member, EvaluationNode group, string reason, string words, Func<EvaluationMember, bool> considered)
    {
        if (member.Node is { } node)
        {
            foreach (var inner in node.Members)
                Exclude(inner, group, reason, words, considered);
            return;
        }

        var campaign = member.Campaign!;
        if (!considered(member))
            return;
        codes.Exclude(campaign, reason);
        if (!explains)
            return;
        var explanation = new Explanation(reason, $"campaign \"{campaign.Definition.Name}\"", $"left out by group \"{group.Group!.Name}\" ({group.Mode})", words);
        log.Failures.Add(Failure(campaign, group.Group!, explanation));
        log.Verdicts.Add(new CampaignVerdict(campaign.Id, campaign.Definition.Name, false, "SKIPPED", reason, []));
    }

    private static RuleFailure Failure(CompiledCampaign campaign, EvaluationGroupDefinition group, Explanation explanation) => new()
    {
        CampaignId = campaign.Id,
        CampaignName = campaign.Definition.Name,
        RulesetId = campaign.Definition.Ruleset.Id,
        RuleIndex = 0,
        RuleName = campaign.Rules.Length > 0 ? campaign.Rules[0].Title : "",
        EvaluationGroupId = group.Id,
        EvaluationGroupMode = group.Mode,
        Explanation = explanation,
    };
}
