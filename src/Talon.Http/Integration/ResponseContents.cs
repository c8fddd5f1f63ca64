using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>The names in <c>responseContent</c>.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class ResponseContents
{
    private static readonly Dictionary<string, ResponseContent> ByName = new()
    {
        ["customerSession"] = ResponseContent.CustomerSession,
        ["customerProfile"] = ResponseContent.CustomerProfile,
        ["coupons"] = ResponseContent.Coupons,
        ["triggeredCampaigns"] = ResponseContent.TriggeredCampaigns,
        ["referral"] = ResponseContent.Referral,
        ["loyalty"] = ResponseContent.Loyalty,
        ["event"] = ResponseContent.Event,
        ["advancedEvent"] = ResponseContent.Event,
        ["awardedGiveaways"] = ResponseContent.AwardedGiveaways,
        ["ruleFailureReasons"] = ResponseContent.RuleFailureReasons,
        ["previousReturns"] = ResponseContent.PreviousReturns,
        ["campaignEligibility"] = ResponseContent.CampaignEligibility,
        ["achievements"] = ResponseContent.Achievements,
    };

    /// <summary>What a session update may ask for.</summary>
    public static readonly ArraySchema Session = new(new StringSchema { Enum = [.. ByName.Keys.Where(name => name != "advancedEvent")] });

    /// <summary>What a return may ask for.</summary>
    public static readonly ArraySchema Return = new(new StringSchema
    {
        Enum = ["customerSession", "customerProfile", "coupons", "triggeredCampaigns", "referral", "loyalty", "event", "previousReturns"],
    });

    /// <summary>What a profile update may ask for.</summary>
    public static readonly ArraySchema Profile = new(new StringSchema
    {
        Enum = ["customerProfile", "triggeredCampaigns", "loyalty", "event", "awardedGiveaways", "ruleFailureReasons", "campaignEligibility", "achievements"],
    });

    /// <summary>What an event may ask for.</summary>
    public static readonly ArraySchema Event = Profile;

    /// <summary>What an advanced event may ask for.</summary>
    public static readonly ArraySchema AdvancedEvent = new(new StringSchema
    {
        Enum = ["customerProfile", "triggeredCampaigns", "loyalty", "advancedEvent", "awardedGiveaways", "ruleFailureReasons"],
    });

    /// <summary>Reads the member <c>responseContent</c> of a checked request.</summary>
    public static ResponseContent Read(JsonElement request) =>
        (request.Texts("responseContent") ?? []).Aggregate(ResponseContent.None, (all, name) => all | ByName[name]);
}
