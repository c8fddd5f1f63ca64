using Talon.RuleEngine.Codes;
using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Evaluation;

/// <summary>Runs one rule once. What a rule that fails did is taken back.</summary>
internal readonly struct RuleRun(Scope scope, CompiledRule rule, CouponVerdict? coupon, ReferralVerdict? referral)
{
    /// <summary>Runs the rule; gives why it failed, or null when it succeeded.</summary>
    public Failed? Execute()
    {
        var mark = scope.Output.Here;
        var inEffects = false;
        try
        {
            for (var i = 0; i < rule.Conditions.Length; i++)
                if (!rule.Conditions[i].Run(scope) || scope.Fault is not null)
                    return FailCondition(i);

            inEffects = true;
            Redeem();
            foreach (var effect in rule.Effects)
            {
                scope.EffectIndex = effect.Index;
                effect.Run(scope);
                if (scope.Fault is { } fault)
                    return FailEffect(effect.Index, fault, mark);
            }

            Accept();
            return null;
        }
        catch (Exception exception)
        {
            return FailEffect(inEffects ? scope.EffectIndex : null, Faults.Of(exception), mark);
        }
    }

    private void Redeem()
    {
        scope.EffectIndex = Effect.NoExpression;
        if (rule.Coupons == CodeUse.Redeems && scope.CouponIsValid && coupon is { Accepted: false, Facts.Coupon: { } state })
        {
            CouponCheck.Redeem(scope, state, scope.Campaign);
            scope.Output.Emit(scope, new AcceptCouponProps(state.Value));
        }

        if (rule.Referrals == CodeUse.Redeems && scope.ReferralIsValid && referral is { Accepted: false, Facts.Referral: { } entered })
        {
            ReferralCheck.Redeem(scope, entered, scope.Campaign);
            scope.Output.Emit(scope, new AcceptReferralProps(entered.Code));
        }
    }

    private void Accept()
    {
        if (coupon is not null && scope.CouponIsValid)
            coupon.Pass(rule.Coupons == CodeUse.Redeems);
        if (referral is not null && scope.ReferralIsValid)
            referral.Pass(rule.Referrals == CodeUse.Redeems);
    }

    private Failed FailCondition(int index)
    {
        var fault = scope.Fault;
        var explained = scope.Explains || coupon is not null || referral is not null;
        var explanation = explained ? Explainer.ExplainFalse(rule.Conditions[index], scope) : null;
        scope.Forgive();
        if (fault is { Kind: FaultKind.Error })
            scope.Output.Emit(scope, new ErrorProps(Sentence.Of(fault.Explanation)), conditionIndex: index);
        foreach (var effect in rule.FailureEffects)
        {
            scope.EffectIndex = effect.Index;
            effect.Run(scope);
            scope.Forgive();
        }

        return new Failed(index, null, explanation);
    }

    private Failed FailEffect(int? index, Fault fault, in Output.Mark mark)
    {
        scope.Output.RollBack(mark);
        scope.Forgive();
        if (fault.Kind == FaultKind.Error)
            scope.Output.Emit(scope, new ErrorProps(Sentence.Of(fault.Explanation)));
        return new Failed(null, index, fault.Explanation);
    }
}

/// <summary>Why a rule failed.</summary>
/// <param name="Condition">The condition that did not hold.</param>
/// <param name="Effect">The effect that could not be applied.</param>
/// <param name="Explanation">More of it; null when nobody asked.</param>
internal readonly record struct Failed(int? Condition, int? Effect, Explanation? Explanation);
