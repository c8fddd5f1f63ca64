using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Reads referrals out of checked requests.</summary>
internal static class ReferralInputs
{
    /// <summary>Referrals to be.</summary>
    public static NewReferrals New(JsonElement body, IReadOnlyList<string> advocates) => new()
    {
        CampaignId = body.GetProperty("campaignId").GetInt64(),
        Advocates = advocates,
        UsageLimit = body.Integer("usageLimit") ?? 1,
        FriendProfileIntegrationId = Friend(body),
        StartDate = body.Time("startDate"),
        ExpiryDate = body.Time("expiryDate"),
        Attributes = body.Member("attributes"),
        ValidCharacters = body.Texts("validCharacters"),
        ReferralPattern = body.Text("referralPattern"),
    };

    /// <summary>What changes on a referral.</summary>
    public static ReferralEdit Edit(JsonElement body) => new()
    {
        UsageLimit = body.Integer("usageLimit"),
        StartDate = body.Time("startDate"),
        ExpiryDate = body.Time("expiryDate"),
        FriendProfileIntegrationId = Friend(body),
        Attributes = body.Member("attributes"),
    };

    private static string? Friend(JsonElement body) => body.Text("friendProfileIntegrationId") is { Length: > 0 } id ? id : null;
}
