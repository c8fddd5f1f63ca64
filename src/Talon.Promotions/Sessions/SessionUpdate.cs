using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A request to create or update a session. A null member was not sent and keeps what is stored.</summary>
public sealed record SessionUpdate
{
    /// <summary>The integrator's id of the session.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>The customer; "" for anonymous.</summary>
    public string? ProfileId { get; init; }

    /// <summary>The store's integration id.</summary>
    public string? StoreIntegrationId { get; init; }

    /// <summary>Evaluate only these campaigns, even disabled ones; dry requests only.</summary>
    public IReadOnlyList<long>? EvaluableCampaignIds { get; init; }

    /// <summary>Codes entered; empty clears.</summary>
    public IReadOnlyList<string>? CouponCodes { get; init; }

    /// <summary>Referral code entered; "" clears.</summary>
    public string? ReferralCode { get; init; }

    /// <summary>At most one loyalty card identifier.</summary>
    public IReadOnlyList<string>? LoyaltyCards { get; init; }

    /// <summary>The state asked for; null is open.</summary>
    public SessionState? State { get; init; }

    /// <summary>The lines; replace the stored ones as a whole.</summary>
    public IReadOnlyList<CartItem>? CartItems { get; init; }

    /// <summary>Session-level additional costs by API name.</summary>
    public IReadOnlyDictionary<string, AdditionalCost>? AdditionalCosts { get; init; }

    /// <summary>Device or address identifiers.</summary>
    public IReadOnlyList<string>? Identifiers { get; init; }

    /// <summary>Attributes to set; a JSON object.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Experiment variants chosen beforehand, as sent.</summary>
    public JsonElement? ExperimentVariantAllocations { get; init; }

    /// <summary>Evaluate this payload alone and store nothing.</summary>
    public bool Dry { get; init; }

    /// <summary>The evaluation clock of a dry request, in the future; null for the request's.</summary>
    public DateTimeOffset? EvaluationTime { get; init; }

    /// <summary>The optional blocks wanted.</summary>
    public ResponseContent Include { get; init; }

    /// <summary>Where the session stands in the request body, for pointers.</summary>
    public string Pointer { get; init; } = "/customerSession";
}
