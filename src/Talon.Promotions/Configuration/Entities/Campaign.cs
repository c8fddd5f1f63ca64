using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A campaign. Its rules stand in the <see cref="Ruleset"/> in force, its counters elsewhere.</summary>
public sealed record Campaign : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The owning Application.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>Who created it.</summary>
    public required long UserId { get; init; }

    /// <summary>Name of who created it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Name of who changed it last.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>First moment at which it runs.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>First moment at which it no longer runs.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Custom attributes, a JSON object.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The stored state.</summary>
    public required CampaignState State { get; init; }

    /// <summary>The ruleset in force.</summary>
    public long? ActiveRulesetId { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Evaluated again on returns that run the rule engine.</summary>
    public bool ReevaluateOnReturn { get; init; }

    /// <summary>Enabled features.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>How coupon codes are generated.</summary>
    public CodeGeneratorSettings? CouponSettings { get; init; }

    /// <summary>How referral codes are generated.</summary>
    public CodeGeneratorSettings? ReferralSettings { get; init; }

    /// <summary>Budgets, each with its id.</summary>
    public IReadOnlyList<LimitConfig> Limits { get; init; } = [];

    /// <summary>The id of the next budget; ids are never used again.</summary>
    public long NextLimitId { get; init; } = 1;

    /// <summary>Kept as sent.</summary>
    public IReadOnlyList<long>? CampaignGroups { get; init; }

    /// <summary><c>advanced</c> or <c>cartItem</c>.</summary>
    public string Type { get; init; } = "advanced";

    /// <summary>Evaluated only for sessions that name one of these stores; empty for all.</summary>
    public IReadOnlyList<long> LinkedStoreIds { get; init; } = [];

    /// <summary>Attributes that its coupons start with, a JSON object.</summary>
    public JsonElement? CouponAttributes { get; init; }

    /// <summary>The evaluation group.</summary>
    public long? EvaluationGroupId { get; init; }

    /// <summary>Position inside the evaluation group; ties go to the lower id.</summary>
    public int EvaluationPosition { get; init; }

    /// <summary>Counts changes, from 1.</summary>
    public long Version { get; init; } = 1;
}
