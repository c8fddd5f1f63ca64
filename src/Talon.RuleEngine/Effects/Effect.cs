namespace Talon.RuleEngine;

/// <summary>An effect and where it came from.</summary>
public sealed record Effect
{
    /// <summary>The campaign whose rule made it.</summary>
    public required long CampaignId { get; init; }

    /// <summary>The ruleset in force.</summary>
    public required long RulesetId { get; init; }

    /// <summary>Position of the rule in its ruleset, from 0.</summary>
    public required int RuleIndex { get; init; }

    /// <summary>The rule's title.</summary>
    public required string RuleName { get; init; }

    /// <summary>The id of the coupon under evaluation, if any.</summary>
    public long? TriggeredByCoupon { get; init; }

    /// <summary>The <see cref="EffectIndex"/> of effects that no expression of the rule makes, such as verdicts on codes.</summary>
    public const int NoExpression = -1;

    /// <summary>Position of the effect's expression among the rule's effects, from 0; with coupon and rule it names the effect over a session's whole life.</summary>
    public int EffectIndex { get; init; }

    /// <summary>For a rejection or failure effect, the condition that failed.</summary>
    public int? ConditionIndex { get; init; }

    /// <summary>The evaluation group of the campaign, if not the base group.</summary>
    public long? EvaluationGroupId { get; init; }

    /// <summary>The mode of that group.</summary>
    public EvaluationMode? EvaluationGroupMode { get; init; }

    /// <summary>What the caller needs to carry it out and cannot read off <see cref="Props"/>; null for most effects.</summary>
    public EffectRequest? Request { get; init; }

    /// <summary>What it says.</summary>
    public required EffectProps Props { get; init; }
}
