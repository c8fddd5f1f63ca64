using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A request to create referrals that differ in nothing but their codes and advocates.</summary>
public sealed record NewReferrals
{
    /// <summary>The owning campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>Who recommends: one referral each.</summary>
    public required IReadOnlyList<string> Advocates { get; init; }

    /// <summary>Most redemptions of each; 0 for unlimited.</summary>
    public long UsageLimit { get; init; } = 1;

    /// <summary>The only friend who may use them.</summary>
    public string? FriendProfileIntegrationId { get; init; }

    /// <summary>Valid from.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The characters that stand for <c>#</c>; null for the campaign's, or A to Z and 0 to 9.</summary>
    public IReadOnlyList<string>? ValidCharacters { get; init; }

    /// <summary>The codes' pattern; null for the campaign's, or twelve random characters.</summary>
    public string? ReferralPattern { get; init; }
}
