using Talon.RuleEngine.Codes;
using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Evaluation;

/// <summary>Runs campaigns one at a time: rules top down, and in each the condition, then the effects in order.</summary>
internal sealed class CampaignRunner(Scope scope, CodeDesk codes, RunLog log, EvaluationOptions options)
{
    private readonly StepBudget _steps = new();
    private readonly RuleReport _report = new(scope, log, options);

    /// <summary>Runs a campaign; gives whether any rule succeeded.</summary>
    public bool Run(CompiledCampaign campaign, EvaluationGroupDefinition? group, UnitScope? units)
    {
        var budget = _steps.Next;
        var mark = scope.Output.Here;
        scope.BeginCampaign(campaign, group, units, budget);
        codes.Evaluating(campaign);
        _report.Begin();
        var triggered = false;
        try
        {
            foreach (var rule in campaign.Rules)
                triggered |= rule.Coupons == CodeUse.None || !codes.HasCoupons ? RunRule(rule, null) : RunForCoupons(rule);
            scope.Output.ShowReductions();
        }
        catch (Exception exception)
        {
            scope.Output.RollBack(mark);
            scope.Output.Emit(scope, new ErrorProps(Sentence.Of(Faults.Of(exception).Explanation)));
            triggered = false;
        }

        _steps.Spend(budget - Math.Max(0, scope.StepsLeft));
        if (triggered)
            log.Triggered.Add(campaign.Id);
        _report.End(triggered);
        return triggered;
    }

    /// <summary>Runs a rule for each valid coupon; with none of them valid, once, so that rules which do without can succeed.</summary>
    private bool RunForCoupons(CompiledRule rule)
    {
        var triggered = false;
        var ran = false;
        (CouponVerdict Coupon, Rejection Rejection)? invalid = null;
        foreach (var coupon in codes.Coupons)
        {
            if (coupon.Campaign != scope.Campaign)
                continue;
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
        var referral = rule.Referrals == CodeUse.None ? null : codes.ReferralOf(scope.Campaign);
        scope.ReferralRejection = referral is null ? null : codes.Check(referral);
        scope.ReferralIsValid = referral is not null && scope.ReferralRejection is null;

        var run = new RuleRun(scope, rule, coupon, referral);
        var failure = run.Execute();
        if (failure is null)
            _report.Pass();
        else
            _report.Fail(failure.Value, coupon, referral);
        return failure is null;
    }
}
