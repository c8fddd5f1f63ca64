using System.Text.Json;

namespace Talon.Promotions;

/// <summary>What changes on a referral.</summary>
/// <remarks>Null clears both dates and the friend; it leaves everything else as it is. Source: Management API 26.16.</remarks>
public sealed record ReferralEdit
{
    /// <summary>Most redemptions; 0 for unlimited.</summary>
    public long? UsageLimit { get; init; }

    /// <summary>Valid from; null for always.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>The only friend who may use it; null for anybody.</summary>
    public string? FriendProfileIntegrationId { get; init; }

    /// <summary>Custom attributes, in place of those it has.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>A referral after the change.</summary>
    public Referral Apply(Referral referral) => referral with
    {
        UsageLimit = UsageLimit ?? referral.UsageLimit,
        StartDate = StartDate,
        ExpiryDate = ExpiryDate,
        FriendProfileIntegrationId = FriendProfileIntegrationId,
        Attributes = Attributes ?? referral.Attributes,
    };
}
