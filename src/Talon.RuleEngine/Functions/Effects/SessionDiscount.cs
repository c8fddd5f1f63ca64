using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>setDiscount</c>.</summary>
internal static class SessionDiscount
{
    public static readonly Function Function = new(
        "setDiscount", FunctionGroup.Effect,
        "Takes an amount off the session. The scope says off what: sessionTotal (items and costs), cartItems or additionalCosts. With partial, what is left of a budget is granted when it is not enough.",
        """["setDiscount", "10% off", ["*", [".", "Session", "Total"], ["/", 10, 100]]]""",
        new Overload("(name: string, value: number, {scope: 'sessionTotal' | 'cartItems' | 'additionalCosts', partial: boolean}) -> effect", Build))
    {
        Failure = "a budget for discounts is used up, or the amount is negative",
    };

    private static Expression<bool> Build(Call call)
    {
        var (name, value) = (call.Text(0), call.Number(1));
        var grant = DiscountGrant.Of(call);
        var scopeName = call.Word("scope") ?? call.Binder.Settings.DefaultDiscountScope ?? "sessionTotal";
        var shown = call.Binder.Settings.CascadingDiscounts ? scopeName : null;
        var target = scopeName switch
        {
            "cartItems" => ReductionTarget.Prices,
            "additionalCosts" => ReductionTarget.Costs,
            _ => ReductionTarget.Total,
        };
        return Expression.Effect(scope =>
        {
            var label = name(scope);
            if (!grant.TryTake(scope, value(scope), out var granted, out var desired))
                return false;
            scope.Output.Emit(scope, new SetDiscountProps(label, granted, shown, desired));
            scope.Output.Grant(scope, new Reduction(target, granted));
            return true;
        });
    }
}
