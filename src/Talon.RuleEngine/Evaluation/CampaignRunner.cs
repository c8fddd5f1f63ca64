using Talon.RuleEngine.Codes;
using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Evaluation;

/// <summary>Runs campaigns one at a time: rules top down, and in each the condition, then the effects in order.</summary>
internal sealed class CampaignRunner(Scope scope, CodeDesk codes)
{
    private readonly StepBudget _steps = new();

    /// <summary>Why rules failed, when someone asked.</summary>
    public List<RuleFailure> Failures { get; } = [];

    /// <summary>Runs a campaign; gives whether any rule succeeded.</summary>
    public bool Run(CompiledCampaign campaign, EvaluationGroupDefinition? group)
    {
        var budget = _steps.Next;
        scope.BeginCampaign(campaign, group, budget);
        codes.Evaluating(campaign);
        var triggered = false;
        foreach (var rule in campaign.Rules)
            triggered |= rule.Coupons == CodeUse.None || !codes.HasCoupons ? RunRule(rule, null) : RunForCoupons(rule);

        _steps.Spend(budget - Math.Max(0, scope.StepsLeft));
        scope.Output.ShowReductions();
        return triggered;
    }

    /// <summary>Runs a rule for each valid coupon; with none of them valid, once, so that rules which do without can succeed.</summary>
    private bool RunForCoupons(CompiledRule rule)
    {
        var triggered = false;
        var ran = false;
        (CouponVerdict Coupon, Rejection Rejection)? invalid = null;
        foreach (var coupon in codes.CouponsOf(scope.Campaign))
        {
            scope.BeginRule(rule, coupon.Facts);
            if (codes.Check(coupon) is { } rejection)
                invalid ??= (coupon, rejection);
            else
            {
                ran = true;
                triggered |= RunRule(rule, coupon);
            }
        }

        return triggered | (!ran && RunRule(rule, invalid?.Coupon, invalid?.Rejection));
    }

    private bool RunRule(CompiledRule rule, CouponVerdict? coupon, Rejection? rejection = null)
    {
        scope.BeginRule(rule, coupon?.Facts);
        scope.CouponRejection = rejection;
        scope.CouponIsValid = coupon is not null && rejection is null;
        var mark = scope.Output.Here;
        var inEffects = false;
        try
        {
            var failed = FirstFailing(rule);
            if (failed >= 0)
                return FailCondition(rule, coupon, failed);
            Redeem(rule, coupon);
            inEffects = true;
            foreach (var effect in rule.Effects)
            {
                scope.EffectIndex = effect.Index;
                effect.Run(scope);
                if (scope.Fault is { } fault)
                    return FailEffect(coupon, effect.Index, fault, mark);
            }

            if (scope.CouponIsValid)
                (coupon!.Accepted, coupon.Passed) = (coupon.Accepted || rule.Coupons == CodeUse.Redeems, true);
            return true;
        }
        catch (Exception exception)
        {
            return FailWith(exception, coupon, inEffects, mark);
        }
    }

    private int FirstFailing(CompiledRule rule)
    {
        for (var i = 0; i < rule.Conditions.Length; i++)
            if (!rule.Conditions[i].Run(scope) || scope.Fault is not null)
                return i;
        return -1;
    }

    private void Redeem(CompiledRule rule, CouponVerdict? coupon)
    {
        if (rule.Coupons != CodeUse.Redeems || !scope.CouponIsValid || coupon is not { Accepted: false, Facts.Coupon: { } state })
            return;
        CouponCheck.Redeem(scope, state, scope.Campaign);
        scope.Output.Emit(scope, new AcceptCouponProps(state.Value));
    }

    private bool FailCondition(CompiledRule rule, CouponVerdict? coupon, int index)
    {
        var error = scope.Fault is { Kind: FaultKind.Error } fault ? fault.Explanation : null;
        if (scope.Explains || coupon is not null)
            Report(coupon, FailureLog.Condition(scope, index));
        scope.Forgive();
        if (error is not null)
            scope.Output.Emit(scope, new ErrorProps(Sentence.Of(error)), index);
        foreach (var effect in rule.FailureEffects)
        {
            scope.EffectIndex = effect.Index;
            effect.Run(scope);
            scope.Forgive();
        }

        return false;
    }

    private bool FailEffect(CouponVerdict? coupon, int? index, Fault fault, in Output.Mark mark)
    {
        scope.Output.RollBack(mark);
        scope.Forgive();
        if (scope.Explains || coupon is not null)
            Report(coupon, FailureLog.Effect(scope, index, fault.Explanation));
        if (fault.Kind == FaultKind.Error)
            scope.Output.Emit(scope, new ErrorProps(Sentence.Of(fault.Explanation)));
        return false;
    }

    /// <summary>An expression threw: the rule is as if it had not run, but for an <c>error</c> effect.</summary>
    private bool FailWith(Exception exception, CouponVerdict? coupon, bool inEffects, in Output.Mark mark)
    {
        var explanation = new Explanation("Error", null, exception is StepBudgetException or OverflowException ? exception.Message : "The rule cannot be evaluated: " + exception.Message);
        return FailEffect(coupon, inEffects ? scope.EffectIndex : null, new Fault(FaultKind.Error, explanation), mark);
    }

    private void Report(CouponVerdict? coupon, RuleFailure failure)
    {
        coupon?.Fail(failure);
        if (scope.Explains)
            Failures.Add(failure);
    }
}
