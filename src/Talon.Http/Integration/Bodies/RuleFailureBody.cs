using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>Why a rule failed, with the names of the API.</summary>
internal sealed record RuleFailureBody
{
    public required long CampaignID { get; init; }

    public required string CampaignName { get; init; }

    public required long RulesetID { get; init; }

    public long? CouponID { get; init; }

    public string? CouponValue { get; init; }

    public long? ReferralID { get; init; }

    public string? ReferralValue { get; init; }

    public required int RuleIndex { get; init; }

    public required string RuleName { get; init; }

    public int? ConditionIndex { get; init; }

    public int? EffectIndex { get; init; }

    public required string Details { get; init; }

    public long? EvaluationGroupID { get; init; }

    public string? EvaluationGroupMode { get; init; }

    public static RuleFailureBody From(RuleFailure failure) => new()
    {
        CampaignID = failure.CampaignId,
        CampaignName = failure.CampaignName,
        RulesetID = failure.RulesetId,
        CouponID = failure.Coupon?.Coupon?.Id,
        CouponValue = failure.Coupon?.Code,
        ReferralID = failure.Referral?.Referral?.Id,
        ReferralValue = failure.Referral?.Code,
        RuleIndex = failure.RuleIndex,
        RuleName = failure.RuleName,
        ConditionIndex = failure.ConditionIndex,
        EffectIndex = failure.EffectIndex,
        Details = failure.Details,
        EvaluationGroupID = failure.EvaluationGroupId,
        EvaluationGroupMode = failure.EvaluationGroupMode?.ApiName(),
    };
}
