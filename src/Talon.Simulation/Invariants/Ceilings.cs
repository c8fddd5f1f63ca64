using System.Globalization;
using Talon.RuleEngine;

namespace Talon.Simulation;

/// <summary>The ceilings of counters, found by the names that the store keeps with them.</summary>
internal sealed class Ceilings(SimulatedShop shop)
{
    private readonly Dictionary<string, (decimal? Ceiling, bool Redemptions)> _known = [];

    /// <summary>The most that a counter may show, null for any amount; and whether it counts redemptions.</summary>
    public (decimal? Ceiling, bool Redemptions) Of(string limit)
    {
        if (!_known.TryGetValue(limit, out var found))
            _known[limit] = found = Find(limit);
        return found;
    }

    private (decimal? Ceiling, bool Redemptions) Find(string limit)
    {
        var id = long.Parse(Part(limit, nameof(LimitKey.OwnerId)), CultureInfo.InvariantCulture);
        var name = Part(limit, nameof(LimitKey.Limit));
        if (Part(limit, nameof(LimitKey.Owner)) == nameof(LimitOwner.Coupon))
            return (OfCoupon(id, name, Part(limit, nameof(LimitKey.Entities)).Length > 0), name == LimitActions.RedeemCoupon);
        var budget = shop.Campaign(id).Limits.First(budget => budget.Id == long.Parse(name, CultureInfo.InvariantCulture));
        return (budget.Limit, budget.Action == LimitActions.RedeemCoupon);
    }

    private decimal? OfCoupon(long id, string name, bool perCustomer)
    {
        var coupon = shop.Coupons[id];
        if (perCustomer)
            return coupon.Limits?.FirstOrDefault(own => own.Action == name)?.Limit;
        if (name == LimitActions.SetDiscount)
            return coupon.DiscountLimit;
        return coupon.UsageLimit == 0 ? null : coupon.UsageLimit;
    }

    private static string Part(string limit, string name)
    {
        var from = limit.IndexOf($"{name} = ", StringComparison.Ordinal) + name.Length + 3;
        var until = limit.IndexOf(", ", from, StringComparison.Ordinal);
        return limit[from..(until < 0 ? limit.Length : until)].Trim();
    }
}
