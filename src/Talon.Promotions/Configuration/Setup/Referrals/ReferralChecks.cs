using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Finds what is wrong with referrals as a caller wants them.</summary>
internal static class ReferralChecks
{
    /// <summary>Refuses new referrals with every problem at once.</summary>
    public static void Check(ApplicationConfiguration application, NewReferrals request)
    {
        var problems = new ProblemList();
        if (!application.Campaigns.ContainsKey(request.CampaignId))
            problems.Unknown($"There is no campaign {request.CampaignId} in this application", "/campaignId");
        CheckTerms(application, request.StartDate, request.ExpiryDate, request.Attributes, problems);
        if (request.FriendProfileIntegrationId is { } friend && request.Advocates.Contains(friend))
            problems.Invalid("Nobody is a friend of their own", "/friendProfileIntegrationId");
        if (request.ValidCharacters is { } characters)
            problems.Characters(characters, "/validCharacters");
        if (request.ReferralPattern is { } pattern && (pattern != pattern.Trim() || pattern.Any(char.IsControl)))
            problems.Invalid("A code has no control characters, and no white space at its ends", "/referralPattern");
        problems.Throw();
    }

    /// <summary>Refuses a change with every problem at once.</summary>
    public static void Check(ApplicationConfiguration application, ReferralEdit edit)
    {
        var problems = new ProblemList();
        CheckTerms(application, edit.StartDate, edit.ExpiryDate, edit.Attributes, problems);
        problems.Throw();
    }

    private static void CheckTerms(ApplicationConfiguration application, DateTimeOffset? start, DateTimeOffset? expiry, JsonElement? attributes, ProblemList problems)
    {
        if (start >= expiry)
            problems.Invalid("\"expiryDate\" is not after \"startDate\"", "/expiryDate");
        application.Attributes.Check(AttributeEntity.Referral, attributes.GetValueOrDefault(), "/attributes", problems.All);
    }
}
