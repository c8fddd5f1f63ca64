namespace Talon.RuleEngine;

/// <summary>A referral code that was entered.</summary>
/// <param name="Code">The code as entered.</param>
/// <param name="Referral">The referral, or null when there is none of that code in the Application.</param>
public sealed record ReferralFacts(string Code, ReferralState? Referral);

/// <summary>A stored referral. How often it was used stands in <see cref="EvaluationFacts.Used"/>.</summary>
public sealed record ReferralState
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>The owning campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>The code as stored.</summary>
    public required string Code { get; init; }

    /// <summary>The customer whose referral it is.</summary>
    public required string AdvocateIntegrationId { get; init; }

    /// <summary>The advocate's profile; null when it does not exist yet.</summary>
    public ProfileFacts? Advocate { get; init; }

    /// <summary>The only friend who may use it; null for anyone.</summary>
    public string? FriendIntegrationId { get; init; }

    /// <summary>Whether the customer at hand was already referred in this Application.</summary>
    public bool FriendAlreadyReferred { get; init; }

    /// <summary>Most redemptions; 0 for unlimited.</summary>
    public long UsageLimit { get; init; }

    /// <summary>Valid from; null for always.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Custom attributes.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();
}
