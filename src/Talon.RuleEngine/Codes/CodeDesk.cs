using Talon.RuleEngine.Evaluation;
using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Knowledge;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Codes;

/// <summary>The codes of an evaluation, and what becomes of them.</summary>
internal sealed class CodeDesk
{
    private readonly Scope _scope;
    private readonly Func<CompiledCampaign, bool> _runs;
    private readonly CouponVerdict[] _coupons;

    public CodeDesk(EngineSnapshot snapshot, EvaluationFacts facts, Scope scope, Journal journal, Func<CompiledCampaign, bool> runs)
    {
        (_scope, _runs) = (scope, runs);
        _coupons = facts.Coupons.Count == 0 ? [] : Distinct(snapshot, facts.Coupons, journal);
        Referral = facts.Referral is { } referral
            ? new ReferralVerdict(referral, referral.Referral is { } state ? snapshot.Find(state.CampaignId) : null, journal)
            : null;
    }

    /// <summary>The referral entered.</summary>
    public ReferralVerdict? Referral { get; }

    /// <summary>Whether any coupon was entered.</summary>
    public bool HasCoupons => _coupons.Length > 0;

    /// <summary>The coupons, in the order entered.</summary>
    public ReadOnlySpan<CouponVerdict> Coupons => _coupons;

    /// <summary>The referral, when it is one of the campaign.</summary>
    public ReferralVerdict? ReferralOf(CompiledCampaign campaign) => Referral?.Campaign == campaign ? Referral : null;

    /// <summary>Notes that a campaign is evaluated with its codes.</summary>
    public void Evaluating(CompiledCampaign campaign)
    {
        foreach (var coupon in _coupons)
            if (coupon.Campaign == campaign)
                coupon.Evaluate();
        if (Referral?.Campaign == campaign)
            Referral.Evaluate();
    }

    /// <summary>Notes that a campaign was left out by its evaluation group.</summary>
    public void Exclude(CompiledCampaign campaign, string reason)
    {
        foreach (var coupon in _coupons)
            if (coupon.Campaign == campaign)
                coupon.Exclude(reason);
        if (Referral?.Campaign == campaign)
            Referral.Exclude(reason);
    }

    /// <summary>Why a coupon may not be redeemed now; null when it may.</summary>
    public Rejection? Check(CouponVerdict verdict) =>
        verdict.Accepted ? null
        : CouponCheck.Standing(_scope.Facts, verdict.Facts, verdict.Campaign, verdict.Campaign is { } campaign && _runs(campaign))
            ?? CouponCheck.Limits(_scope, verdict.Facts.Coupon!, verdict.Campaign!);

    /// <summary>Why the referral may not be redeemed now; null when it may.</summary>
    public Rejection? Check(ReferralVerdict verdict) =>
        verdict.Accepted ? null
        : ReferralCheck.Standing(_scope.Facts, verdict.Facts, verdict.Campaign, verdict.Campaign is { } campaign && _runs(campaign))
            ?? ReferralCheck.Limits(_scope, verdict.Facts.Referral!, verdict.Campaign!);

    /// <summary>Emits one rejection for each code that nothing accepted.</summary>
    public void Close()
    {
        foreach (var coupon in _coupons)
            if (!coupon.Accepted && !coupon.Passed)
                Reject(coupon);
        if (Referral is { Accepted: false, Passed: false } referral)
            Reject(referral);
    }

    private static CouponVerdict[] Distinct(EngineSnapshot snapshot, IReadOnlyList<CouponFacts> entered, Journal journal)
    {
        var verdicts = new List<CouponVerdict>(entered.Count);
        var seen = entered.Count == 1 ? null : new HashSet<string>(StringComparer.Ordinal);
        foreach (var facts in entered)
            if (seen is null || seen.Add(facts.Coupon?.Value ?? facts.Code))
                verdicts.Add(new CouponVerdict(facts, facts.Coupon is { } coupon ? snapshot.Find(coupon.CampaignId) : null, journal));
        return [.. verdicts];
    }

    private void Reject(CouponVerdict verdict)
    {
        Begin(verdict, verdict.Facts);
        var rejection = Check(verdict) ?? Evaluated(verdict, "Coupon");
        var coupon = verdict.Facts.Coupon;
        Emit(verdict, coupon?.CampaignId, coupon?.Id, new RejectCouponProps(
            coupon?.Value ?? verdict.Facts.Code, rejection.Reason, verdict.Failure?.ConditionIndex, verdict.Failure?.EffectIndex,
            Sentence.Of(rejection.Explanation), rejection.Exclusion));
    }

    private void Reject(ReferralVerdict verdict)
    {
        Begin(verdict, null);
        var rejection = Check(verdict) ?? Evaluated(verdict, "Referral");
        var referral = verdict.Facts.Referral;
        Emit(verdict, referral?.CampaignId, null, new RejectReferralProps(
            referral?.Code ?? verdict.Facts.Code, rejection.Reason, verdict.Failure?.ConditionIndex, verdict.Failure?.EffectIndex,
            Sentence.Of(rejection.Explanation), rejection.Exclusion));
    }

    private void Begin(CodeVerdict verdict, CouponFacts? coupon)
    {
        if (verdict.Campaign is not { } campaign)
            return;
        _scope.BeginCampaign(campaign, null, null, StepBudget.PerCampaign);
        _scope.BeginCode(coupon);
    }

    /// <summary>Why a code that may be redeemed was not: its campaign did not apply, a condition or an effect failed.</summary>
    private static Rejection Evaluated(CodeVerdict verdict, string kind)
    {
        if (!verdict.Evaluated || verdict.Exclusion is not null)
        {
            var exclusion = verdict.Exclusion ?? "CampaignNotInEvaluationSet";
            return new(kind + "PartOfNotTriggeredCampaign", new(exclusion, "campaign of the code", "left out by its evaluation group or store", "evaluated")) { Exclusion = exclusion };
        }

        if (verdict.Failure is not { } failure)
            return new(kind + "RejectedByCondition", new("NoCodeCondition", "campaign of the code", "without a rule that redeems it", "one that has such a rule"));
        return failure.EffectIndex is null
            ? new(kind + "RejectedByCondition", failure.Explanation)
            : new("EffectCouldNotBeApplied", failure.Explanation);
    }

    private void Emit(CodeVerdict verdict, long? campaignId, long? couponId, EffectProps props)
    {
        _scope.Output.Effects.Add(new Effect
        {
            CampaignId = campaignId ?? 0,
            RulesetId = verdict.Campaign?.Definition.Ruleset.Id ?? 0,
            RuleIndex = verdict.Failure?.RuleIndex ?? 0,
            RuleName = verdict.Failure?.RuleName ?? "",
            TriggeredByCoupon = couponId,
            EffectIndex = Effect.NoExpression,
            ConditionIndex = verdict.Failure?.ConditionIndex,
            EvaluationGroupId = verdict.Failure?.EvaluationGroupId,
            EvaluationGroupMode = verdict.Failure?.EvaluationGroupMode,
            Props = props,
        });
    }
}
