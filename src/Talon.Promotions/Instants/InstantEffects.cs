using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Carries out what takes effect at once: coupons and referrals are created before the commit, the rest is owed by it.</summary>
internal sealed class InstantEffects(InstantCodes codes, AttemptStore attempts)
{
    /// <summary>Plans what an evaluation wants done at once, and creates the coupons and referrals among it.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="application">The configuration.</param>
    /// <param name="result">The evaluation.</param>
    /// <param name="done">What was done once and for all before.</param>
    /// <param name="targets">Whose partitions are meant.</param>
    /// <param name="claimed">The evaluation's attempt, which is begun where something is created or owed.</param>
    /// <param name="heldAt">The profile partition to leave a note in; null for none.</param>
    public async Task<InstantPlan> RunAsync(RequestContext context, ApplicationConfiguration application, EvaluationResult result, IReadOnlyList<DoneEffect> done, InstantTargets targets, ClaimedEvaluation claimed, string? heldAt)
    {
        var plan = await new InstantPlanner(context, application, claimed.Reference, done).PlanAsync(result.Effects, targets, codes);
        if (!plan.NeedsAttempt)
            return plan;
        var attempt = await claimed.BeginAsync(heldAt);
        var (coupons, referrals) = await codes.CreateAsync(application.Application, plan, created => attempts.CreatingAsync(attempt, created));
        return Renamed(plan, coupons, referrals);
    }

    private static InstantPlan Renamed(InstantPlan plan, NewCoupon[] coupons, NewReferral[] referrals)
    {
        var couponCodes = plan.CreatedCoupons.Zip(coupons).ToDictionary(pair => pair.First.Coupon.Value, pair => pair.Second.Coupon.Value);
        var referralCodes = plan.CreatedReferrals.Zip(referrals).ToDictionary(pair => pair.First.Referral.Code, pair => pair.Second.Referral.Code);
        return plan with
        {
            CreatedCoupons = coupons,
            CreatedReferrals = referrals,
            Effects = [.. plan.Effects.Select(Rename)],
            Done = [.. plan.Done.Select(done => done with { Effect = Rename(done.Effect) })],
        };

        Effect Rename(Effect effect) => effect.Props switch
        {
            CouponCreatedProps made when couponCodes.TryGetValue(made.Value, out var code) => effect with { Props = made with { Value = code } },
            ReferralCreatedProps made when referralCodes.TryGetValue(made.Value, out var code) => effect with { Props = made with { Value = code } },
            _ => effect,
        };
    }
}
