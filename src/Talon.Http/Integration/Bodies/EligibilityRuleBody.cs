using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>A rule with a verdict for each code it was tried with.</summary>
internal sealed record EligibilityRuleBody(string Title, IReadOnlyList<RuleVerdictBody> Eligibility)
{
    public static EligibilityRuleBody From(IEnumerable<RuleVerdict> verdicts) => new(
        verdicts.First().RuleName,
        [.. verdicts.Select(verdict => new RuleVerdictBody(verdict.Passed, verdict.CouponCode, RuleVerdictFailureBody.From(verdict)))]);
}

/// <summary>Whether a rule applies.</summary>
internal sealed record RuleVerdictBody(bool Passed, string? CouponCode, RuleVerdictFailureBody? Details);

/// <summary>Why a rule does not apply.</summary>
internal sealed record RuleVerdictFailureBody
{
    public required string FailureCode { get; init; }

    public long? CouponID { get; init; }

    public string? CouponValue { get; init; }

    public long? ReferralID { get; init; }

    public string? ReferralValue { get; init; }

    public int? ConditionIndex { get; init; }

    public int? EffectIndex { get; init; }

    public required string Details { get; init; }

    public static RuleVerdictFailureBody? From(RuleVerdict verdict) => verdict.FailureCode is not { } code ? null : new()
    {
        FailureCode = code,
        CouponID = verdict.Failure?.Coupon?.Coupon?.Id,
        CouponValue = verdict.Failure?.Coupon?.Code,
        ReferralID = verdict.Failure?.Referral?.Referral?.Id,
        ReferralValue = verdict.Failure?.Referral?.Code,
        ConditionIndex = verdict.Failure?.ConditionIndex,
        EffectIndex = verdict.Failure?.EffectIndex,
        Details = verdict.Failure?.Details ?? "",
    };
}
