using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>addFreeItem</c>.</summary>
internal static class FreeItem
{
    public static readonly Function Function = new(
        "addFreeItem", FunctionGroup.Effect,
        "Asks the shop to add one unit of a SKU at no price.",
        """["addFreeItem", "mug-1", "A mug on us"]""",
        new Overload("(sku: string, name: string) -> effect", call =>
        {
            var (sku, name) = (call.Text(0), call.Text(1));
            var budget = call.Binder.Budget(LimitActions.AddFreeItemEffect);
            return Expression.Effect(scope =>
            {
                var props = new AddFreeItemProps(sku(scope), name(scope));
                return CountedEffect.Emit(scope, budget, props);
            });
        }))
    {
        Failure = "the budget for free items is used up",
    };
}
