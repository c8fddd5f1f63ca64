using Talon.RuleEngine.Budgets;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Takes amounts of discount from the budgets of a campaign and of its coupon.</summary>
internal sealed class DiscountGrant
{
    private static readonly Fault Negative = Fault.Refused(new("NegativeAmount", "discount", "negative", "zero or more"));

    private readonly Budget _money;
    private readonly Budget _effects;
    private readonly bool _isUnlimited;
    private readonly int _digits;

    private DiscountGrant(Binder binder, bool? partial)
    {
        _money = binder.Budget(LimitActions.SetDiscount);
        _effects = binder.Budget(LimitActions.SetDiscountEffect);
        _isUnlimited = _money.Limits.Length == 0 && _effects.Limits.Length == 0;
        _digits = Currencies.MinorDigits(binder.Settings.Currency);
        Partial = partial ?? binder.Settings.PartialDiscounts;
    }

    /// <summary>Whether less than what is wanted may be granted.</summary>
    public bool Partial { get; }

    public static DiscountGrant Of(Call call) => new(call.Binder, call.Switch("partial"));

    /// <summary>The amount in whole minor units; leaves a fault for a negative one, and for one beyond <see cref="Amounts.Largest"/>.</summary>
    public decimal Round(Scope scope, decimal amount) =>
        scope.Fault is not null ? 0
        : amount < 0 ? scope.Fail(Negative, 0m)
        : amount > Amounts.Largest ? scope.Fail(Faults.TooLarge, 0m)
        : Amounts.Round(amount, _digits);

    /// <summary>The smallest amount of the currency has this many digits.</summary>
    public int Digits => _digits;

    /// <summary>Takes an amount for the effect that is emitted next; false with a fault when it cannot be granted.</summary>
    /// <param name="scope">The campaign's scope.</param>
    /// <param name="amount">What is wanted, not yet rounded.</param>
    /// <param name="granted">What may be granted.</param>
    /// <param name="desired">What was wanted, if partial grants are on.</param>
    public bool TryTake(Scope scope, decimal amount, out decimal granted, out decimal? desired)
    {
        amount = Round(scope, amount);
        desired = Partial ? amount : null;
        granted = amount;
        if (scope.Fault is not null)
            return false;

        if (_isUnlimited && scope.Coupon?.Coupon is null or { DiscountLimit: null, Limits.Count: 0 })
            return true;

        granted = Left(scope, amount, out var refusal);
        if (granted < amount)
            granted = Amounts.Normalise(Math.Round(granted, _digits, MidpointRounding.ToZero));
        if (refusal is not null && (!Partial || granted <= 0))
        {
            scope.Fail(refusal);
            return false;
        }

        Take(scope, granted);
        return true;
    }

    /// <summary>A budget that ends in the middle of a partial grant leaves the rest without; at nothing the effect fails.</summary>
    public bool UsedUp(Scope scope, bool emitted)
    {
        if (emitted && Partial && scope.Fault is { Kind: FaultKind.Refused })
            scope.Forgive();
        return emitted;
    }

    private decimal Left(Scope scope, decimal amount, out Fault? refusal)
    {
        if (_effects.Left(scope, 1, out refusal) < 1)
            return 0;
        var left = _money.Left(scope, amount, out refusal);
        if (scope.Coupon?.Coupon is not { DiscountLimit: { } limit } coupon || !scope.CouponIsValid)
            return left;
        var remainder = Math.Max(0, limit - scope.Known.Used(LimitKey.CouponDiscount(coupon.Id)));
        if (remainder >= left)
            return left;
        scope.Known.Short.Limit(LimitKey.CouponDiscount(coupon.Id));
        refusal = Fault.Refused(new("LimitReached", "discount limit of the coupon", $"{ValueText.Of(remainder)} of {ValueText.Of(limit)} left", $"at least {ValueText.Of(left)}"));
        return remainder;
    }

    private void Take(Scope scope, decimal granted)
    {
        _effects.Take(scope, 1);
        _money.Take(scope, granted);
        if (granted > 0 && scope is { CouponIsValid: true, Coupon.Coupon: { DiscountLimit: { } limit } coupon })
            scope.Output.Charge(LimitKey.CouponDiscount(coupon.Id), granted, limit, false);
    }
}
