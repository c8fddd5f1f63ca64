using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Emits discounts on units.</summary>
internal sealed class ItemDiscountEffect(Call call)
{
    private readonly Func<Scope, string> _name = call.Text(0);
    private readonly Func<Scope, ValueList> _list = call.List(2);
    private readonly DiscountGrant _grant = DiscountGrant.Of(call);
    private readonly bool _flatten = call.Binder.Settings.FlattenCartItems;
    private readonly string? _scope = call.Word("scope") ?? call.Binder.Settings.DefaultItemDiscountScope;

    /// <summary>An amount for each unit.</summary>
    public Func<Scope, bool> EachUnit(ElementBlock<decimal> value) => scope =>
    {
        var (label, list) = (_name(scope), _list(scope));
        if (scope.Fault is not null)
            return false;
        var emitted = false;
        foreach (ref readonly var element in list.Span)
        {
            scope.Step();
            var unit = (CartUnit)element.Entity;
            if (!scope.Admits(unit))
                continue;
            if (!_grant.TryTake(scope, value(scope, element), out var granted, out var desired))
                return _grant.UsedUp(scope, emitted);
            emitted = true;
            Emit(scope, unit, new SetDiscountPerItemProps(UnitGrant.Label(label, unit), granted, unit.Line.Position, SubPosition(unit), desired, _scope));
        }

        return emitted;
    };

    /// <summary>One amount spread over the units by price.</summary>
    public Func<Scope, bool> Prorated(Func<Scope, decimal> value) => scope =>
    {
        var (label, list, amount) = (_name(scope), _list(scope), value(scope));
        if (scope.Fault is not null || list.Count == 0)
            return false;
        var all = list.Select(element => (CartUnit)element.Entity).ToList();
        var units = UnitGrant.Admitted(scope, list);
        if (units.Count < all.Count)
            amount = ShareOf(units, all, UnitGrant.Spread(_grant.Round(scope, amount), all, _grant.Digits));
        if (units.Count == 0 || !_grant.TryTake(scope, amount, out var granted, out var desired))
            return false;

        var parts = UnitGrant.Spread(granted, units, _grant.Digits);
        var wishes = desired is { } wish ? UnitGrant.Spread(wish, units, _grant.Digits) : null;
        for (var i = 0; i < parts.Length; i++)
        {
            var unit = units[i];
            Emit(scope, unit, new SetDiscountPerItemProps(UnitGrant.Label(label, unit), parts[i], unit.Line.Position, SubPosition(unit), wishes?[i], _scope, granted, desired));
        }

        return true;
    };

    /// <summary>What falls to the units that are left of those the amount was meant for.</summary>
    private static decimal ShareOf(List<CartUnit> units, List<CartUnit> all, decimal[] parts)
    {
        var left = units.ToHashSet();
        return all.Zip(parts).Where(pair => left.Contains(pair.First)).Sum(pair => pair.Second);
    }

    private void Emit(Scope scope, CartUnit unit, SetDiscountPerItemProps props)
    {
        scope.Output.Emit(scope, props);
        scope.Output.Grant(scope, new Reduction(_scope == "additionalCosts" ? ReductionTarget.Costs : ReductionTarget.Prices, props.Value, unit));
    }

    private int? SubPosition(CartUnit unit) => _flatten ? unit.SubPosition : null;
}
