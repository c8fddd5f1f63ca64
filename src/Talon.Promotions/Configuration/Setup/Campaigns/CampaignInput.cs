using System.Text.Json;

namespace Talon.Promotions;

/// <summary>What a caller says of a campaign, to create or to replace it. Meanings as in <see cref="Campaign"/>.</summary>
/// <remarks>
/// When a campaign is replaced, what is null is cleared; but for state, type, features, the ruleset in force, the evaluation
/// group and the position in it, which then stay as they are.
/// </remarks>
public sealed record CampaignInput
{
    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>First moment at which it runs.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>First moment at which it no longer runs.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The stored state; enabled when a new campaign gives none.</summary>
    public CampaignState? State { get; init; }

    /// <summary>The ruleset in force.</summary>
    public long? ActiveRulesetId { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Evaluated again on returns.</summary>
    public bool? ReevaluateOnReturn { get; init; }

    /// <summary>Enabled features.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>How coupon codes are generated.</summary>
    public CodeGeneratorSettings? CouponSettings { get; init; }

    /// <summary>How referral codes are generated.</summary>
    public CodeGeneratorSettings? ReferralSettings { get; init; }

    /// <summary>Budgets.</summary>
    public IReadOnlyList<LimitConfig>? Limits { get; init; }

    /// <summary>Kept as sent.</summary>
    public IReadOnlyList<long>? CampaignGroups { get; init; }

    /// <summary><c>advanced</c> or <c>cartItem</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Stores that it is evaluated for.</summary>
    public IReadOnlyList<long>? LinkedStoreIds { get; init; }

    /// <summary>Attributes that its coupons start with.</summary>
    public JsonElement? CouponAttributes { get; init; }

    /// <summary>The evaluation group; the Application's default when a new campaign gives none.</summary>
    public long? EvaluationGroupId { get; init; }

    /// <summary>Position inside the evaluation group; after the last when a new campaign gives none.</summary>
    public int? EvaluationPosition { get; init; }
}
