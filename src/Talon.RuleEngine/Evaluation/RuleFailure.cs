using Talon.RuleEngine.Explanations;

namespace Talon.RuleEngine;

/// <summary>Why a rule did not apply.</summary>
public sealed record RuleFailure
{
    /// <summary>The rule's campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>Its name.</summary>
    public required string CampaignName { get; init; }

    /// <summary>The ruleset in force.</summary>
    public required long RulesetId { get; init; }

    /// <summary>Position of the rule in its ruleset, from 0.</summary>
    public required int RuleIndex { get; init; }

    /// <summary>The rule's title.</summary>
    public required string RuleName { get; init; }

    /// <summary>The condition that failed: its position among the operands of the outermost <c>and</c>, from 0.</summary>
    public int? ConditionIndex { get; init; }

    /// <summary>The effect that failed: its position among the rule's effects, from 0.</summary>
    public int? EffectIndex { get; init; }

    /// <summary>The coupon under evaluation.</summary>
    public CouponFacts? Coupon { get; init; }

    /// <summary>The referral under evaluation.</summary>
    public ReferralFacts? Referral { get; init; }

    /// <summary>The evaluation group of the campaign, if not the base group.</summary>
    public long? EvaluationGroupId { get; init; }

    /// <summary>The mode of that group.</summary>
    public EvaluationMode? EvaluationGroupMode { get; init; }

    /// <summary>A sentence for a shop's support desk.</summary>
    public string Details { get => field ??= Sentence.Of(Explanation); init; }

    /// <summary>The same in parts.</summary>
    public required Explanation Explanation { get; init; }
}
