using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A customer session, with the names of the API. Totals are before discounts.</summary>
public sealed record CustomerSession
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The integrator's id, unique in the Application.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>The owning Application.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>The customer's integration id; "" when anonymous.</summary>
    public required string ProfileId { get; init; }

    /// <summary>The store's integration id.</summary>
    public string? StoreIntegrationId { get; init; }

    /// <summary>Codes entered.</summary>
    public IReadOnlyList<string> CouponCodes { get; init; } = [];

    /// <summary>Referral code entered; "" for none.</summary>
    public string ReferralCode { get; init; } = "";

    /// <summary>At most one loyalty card identifier.</summary>
    public IReadOnlyList<string> LoyaltyCards { get; init; } = [];

    /// <summary>Life-cycle state.</summary>
    public required SessionState State { get; init; }

    /// <summary>The lines as sent.</summary>
    public required IReadOnlyList<CartItem> CartItems { get; init; }

    /// <summary>Session-level additional costs by API name.</summary>
    public IReadOnlyDictionary<string, AdditionalCost> AdditionalCosts { get; init; } = new Dictionary<string, AdditionalCost>();

    /// <summary>Device or address identifiers.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>Attributes; a JSON object.</summary>
    public required JsonElement Attributes { get; init; }

    /// <summary>Experiment variants chosen beforehand, as sent.</summary>
    public JsonElement? ExperimentVariantAllocations { get; init; }

    /// <summary>First session of the profile; true when anonymous.</summary>
    public required bool FirstSession { get; init; }

    /// <summary>Number of updates, from 1.</summary>
    public required long UpdateCount { get; init; }

    /// <summary>Items and all additional costs.</summary>
    public required decimal Total { get; init; }

    /// <summary>Sum of price times quantity.</summary>
    public required decimal CartItemTotal { get; init; }

    /// <summary>Sum of session-level additional costs.</summary>
    public required decimal AdditionalCostTotal { get; init; }

    /// <summary>Sum of item-level additional costs times quantity.</summary>
    public required decimal CartItemAdditionalCostTotal { get; init; }

    /// <summary>When it was last updated.</summary>
    public required DateTimeOffset Updated { get; init; }
}
