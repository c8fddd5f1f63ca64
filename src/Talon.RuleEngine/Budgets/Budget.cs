using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Budgets;

/// <summary>The limits of one campaign on one action.</summary>
internal sealed class Budget(string action, CampaignLimit[] limits)
{
    /// <summary>The amount to ask for where anything that is left will do.</summary>
    public const decimal Anything = decimal.MaxValue;

    public string Action { get; } = action;

    public CampaignLimit[] Limits { get; } = limits;

    /// <summary>How much of an amount may still be granted, from 0 to the amount; with the refusal when it is less.</summary>
    /// <param name="scope">The campaign's scope.</param>
    /// <param name="amount">What is wanted.</param>
    /// <param name="refusal">Why it is less; null when nothing limits it.</param>
    public decimal Left(Scope scope, decimal amount, out Fault? refusal)
    {
        refusal = null;
        if (Limits.Length == 0 && scope.Coupon?.Coupon is not { Limits.Count: > 0 })
            return amount;

        var keys = new List<LimitKey>();
        foreach (var limit in LimitsFor(scope.Coupon?.Coupon))
        {
            keys.Clear();
            if (limit.Counters(scope, keys) is { } absent)
            {
                if (absent != LimitEntity.Profile && scope.Facts.Session is not { Closing: true })
                    continue;
                refusal = Refusals.EntityMissing(limit.Definition, absent);
                return 0;
            }

            foreach (var key in keys)
            {
                var left = Math.Max(0, limit.Ceiling - scope.Known.Used(key));
                if (left >= amount)
                    continue;
                if (left == 0 || amount < Anything)
                    scope.Known.Short.Limit(key);
                refusal = Refusals.LimitReached(limit.Definition, amount, left);
                amount = left;
            }
        }

        return amount;
    }

    /// <summary>Takes an amount that <see cref="Left"/> allowed, for the effect that is emitted next.</summary>
    public void Take(Scope scope, decimal amount, bool instant = false)
    {
        if (amount <= 0 || (Limits.Length == 0 && scope.Coupon?.Coupon is not { Limits.Count: > 0 }))
            return;
        var keys = new List<LimitKey>();
        foreach (var limit in LimitsFor(scope.Coupon?.Coupon))
        {
            keys.Clear();
            if (limit.Counters(scope, keys) is not null)
                continue;
            foreach (var key in keys)
                scope.Output.Charge(key, amount, limit.Ceiling, instant);
        }
    }

    /// <summary>The limits in force: those of the coupon stand in for the campaign's limits per profile.</summary>
    private IEnumerable<CampaignLimit> LimitsFor(CouponState? coupon)
    {
        if (coupon is not { Limits.Count: > 0 })
            return Limits;
        var own = coupon.Limits.Where(limit => limit.Action == Action).Select(limit => CampaignLimit.Of(coupon, limit)).ToArray();
        return own.Length == 0 ? Limits : Limits.Where(limit => !limit.CountsBy(LimitEntity.Profile)).Concat(own);
    }
}
