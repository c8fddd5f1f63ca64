using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What the schema cannot tell of a profile update.</summary>
internal static class ProfileChecks
{
    /// <summary>Refuses the update with every problem at once.</summary>
    /// <exception cref="InvalidRequestException">There are problems.</exception>
    public static void Check(ProfileUpdate update, ApplicationConfiguration application)
    {
        var problems = new List<Problem>();
        if (update.Attributes is { } attributes)
            application.Attributes.Check(AttributeEntity.CustomerProfile, attributes, "/attributes", problems);
        Audiences(update.AudienceAdds, "/audiencesChanges/adds", application, problems);
        Audiences(update.AudienceDeletes, "/audiencesChanges/deletes", application, problems);
        if (update.AudienceAdds.Intersect(update.AudienceDeletes).Any())
            problems.Add(new Problem("Invalid", "An audience cannot be joined and left at once.", "/audiencesChanges"));
        if (!update.RunRuleEngine)
        {
            if (update.Include != ResponseContent.None)
                problems.Add(new Problem("Invalid value", "responseContent is only allowed together with runRuleEngine=true.", "/responseContent"));
            if (update.Dry)
                problems.Add(new Problem("Invalid parameter", "The parameter dry is only allowed together with runRuleEngine=true.", Parameter: "dry"));
        }

        if (update.EvaluableCampaignIds is not null && !update.Dry)
            problems.Add(new Problem("Invalid value", "evaluableCampaignIds is only allowed in dry requests.", "/evaluableCampaignIds"));
        SessionChecks.Eligibility(update.Include, update.Dry, problems);
        if (problems.Count > 0)
            throw new InvalidRequestException(problems);
    }

    /// <summary>Adds audiences that do not exist in the Application.</summary>
    public static void Audiences(IReadOnlyList<long> ids, string pointer, ApplicationConfiguration application, List<Problem> problems)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (!application.Audiences.ContainsKey(ids[i]))
                problems.Add(new Problem("Unknown", $"There is no audience {ids[i]}.", JsonPointer.Append(pointer, i)));
        }
    }
}
