using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>The referral code entered, and the referral of that code.</summary>
public sealed record ReferralInput
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the campaign; the first one when left out.</summary>
    public string? Campaign { get; init; }

    /// <summary>Whether there is no such referral.</summary>
    public bool Unknown { get; init; }

    /// <summary>Whose referral it is.</summary>
    public ProfileInput Advocate { get; init; } = new() { IntegrationId = "advocate", Id = 88 };

    /// <summary>Whether the advocate has no profile.</summary>
    public bool AdvocateMissing { get; init; }

    /// <summary>The only friend who may use it.</summary>
    public string? FriendIntegrationId { get; init; }

    /// <summary>Whether the customer was referred before.</summary>
    public bool FriendAlreadyReferred { get; init; }

    /// <summary>Most redemptions; 0 for unlimited.</summary>
    public long UsageLimit { get; init; }

    /// <summary>Redemptions so far.</summary>
    public decimal Used { get; init; }

    /// <summary>Valid from.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Attributes.</summary>
    public JsonElement Attributes { get; init; }
}
