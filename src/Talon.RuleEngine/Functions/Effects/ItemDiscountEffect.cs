using System.Globalization;
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
            if (!_grant.TryTake(scope, value(scope, element), out var granted, out var desired))
                return UsedUp(scope, emitted);
            emitted = true;
            Emit(scope, unit, new SetDiscountPerItemProps(Label(label, unit), granted, unit.Line.Position, SubPosition(unit), desired, _scope));
        }

        return emitted;
    };

    /// <summary>One amount spread over the units by price.</summary>
    public Func<Scope, bool> Prorated(Func<Scope, decimal> value) => scope =>
    {
        var (label, list, amount) = (_name(scope), _list(scope), value(scope));
        if (scope.Fault is not null || list.Count == 0 || !_grant.TryTake(scope, amount, out var granted, out var desired))
            return false;
        scope.Step(list.Count);
        var weights = new decimal[list.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = ((CartUnit)list[i].Entity).PriceTotal;
        var parts = Spread.ByWeight(granted, weights, _grant.Digits);
        var wishes = desired is { } wish ? Spread.ByWeight(wish, weights, _grant.Digits) : null;
        for (var i = 0; i < parts.Length; i++)
        {
            var unit = (CartUnit)list[i].Entity;
            Emit(scope, unit, new SetDiscountPerItemProps(Label(label, unit), parts[i], unit.Line.Position, SubPosition(unit), wishes?[i], _scope, granted, desired));
        }

        return true;
    };

    private static void Emit(Scope scope, CartUnit unit, SetDiscountPerItemProps props)
    {
        scope.Output.Emit(scope, props);
        scope.Output.Grant(scope, new Reduction(ReductionTarget.UnitPrice, props.Value, unit));
    }

    /// <summary>A budget that ends in the middle of a partial grant leaves the rest of the units without; at nothing it fails.</summary>
    private bool UsedUp(Scope scope, bool emitted)
    {
        if (emitted && _grant.Partial && scope.Fault is { Kind: FaultKind.Refused })
            scope.Forgive();
        return emitted;
    }

    private int? SubPosition(CartUnit unit) => _flatten ? unit.SubPosition : null;

    private static string Label(string name, CartUnit unit) => string.Create(CultureInfo.InvariantCulture, $"{name}#{unit.Line.Position}");
}
