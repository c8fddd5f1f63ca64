using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>setDiscountPerBundle</c>.</summary>
internal static class BundleDiscount
{
    public static readonly Function Function = new(
        "setDiscountPerBundle", FunctionGroup.Effect,
        "Takes an amount off each bundle, spread over its units by price; the amount may look at Bundle.",
        """["setDiscountPerBundle", "3 for 2", ["min", [".", "Bundle", "Items"], [["Item"], [".", "Item", "Price"]]], ["bundles", ["take", [".", "Session", "CartItems"], 3]]]""",
        new Overload("(name: string, value: (Bundle) => number, bundles: [Bundle], {scope: 'price' | 'additionalCosts' | 'itemTotal', partial: boolean}) -> effect", Build))
    {
        Failure = "a budget for discounts is used up, or the amount is negative",
    };

    private static Expression<bool> Build(Call call)
    {
        var (name, list) = (call.Text(0), call.List(2));
        var value = ElementBlock.Of<decimal>(call.Block(1));
        var grant = DiscountGrant.Of(call);
        var shown = call.Word("scope") ?? call.Binder.Settings.DefaultItemDiscountScope;
        return Expression.Effect(scope =>
        {
            var (label, bundles) = (name(scope), list(scope));
            if (scope.Fault is not null)
                return false;
            var emitted = false;
            foreach (ref readonly var element in bundles.Span)
            {
                var bundle = (CartBundle)element.Entity;
                if (!IsWhole(scope, bundle))
                    continue;
                if (!grant.TryTake(scope, value(scope, element), out var granted, out var desired))
                    return grant.UsedUp(scope, emitted);
                emitted = true;
                Emit(scope, bundle, label, shown, granted, desired, grant.Digits);
            }

            return emitted;
        });
    }

    private static void Emit(Scope scope, CartBundle bundle, string label, string? shown, decimal granted, decimal? desired, int digits)
    {
        var units = bundle.Items.Select(item => (CartUnit)item.Entity).ToList();
        var parts = UnitGrant.Spread(granted, units, digits);
        var wishes = desired is { } wish ? UnitGrant.Spread(wish, units, digits) : null;
        for (var i = 0; i < units.Count; i++)
        {
            var unit = units[i];
            scope.Output.Emit(scope, new SetDiscountPerItemProps(
                UnitGrant.Label(label, unit), parts[i], unit.Line.Position, scope.Settings.FlattenCartItems ? unit.SubPosition : null,
                wishes?[i], shown, granted, desired, bundle.Index, bundle.Name));
            scope.Output.Grant(scope, new Reduction(ReductionTarget.Prices, parts[i], unit));
        }
    }

    /// <summary>A bundle is granted whole or not at all.</summary>
    private static bool IsWhole(Scope scope, CartBundle bundle)
    {
        scope.Step(bundle.Items.Count);
        foreach (ref readonly var item in bundle.Items.Span)
            if (!scope.Admits((CartUnit)item.Entity))
                return false;
        return true;
    }
}
