using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>bundles</c> and <c>take</c>.</summary>
internal static class Bundling
{
    private const int MaxParts = 6;

    public static readonly Function Take = new(
        "take", FunctionGroup.List,
        "One part of a bundle: so many units of a list.",
        """["take", ["filter", [".", "Session", "CartItems"], [["Item"], ["=", [".", "Item", "Category"], "Shirts"]]], 2]""",
        new Overload("(list: [Item], quantity: number) -> Take", call =>
        {
            var (list, quantity) = (call.List(0), call.Number(1));
            return new Expression<BundlePart>(TalangType.EntityOf("Take"), scope =>
                new BundlePart(list(scope), (int)Math.Clamp(quantity(scope), 0, int.MaxValue)));
        }));

    public static readonly Function Bundles = new(
        "bundles", FunctionGroup.List,
        "As many bundles as the cart allows, each with all its parts; no unit is used twice, and the order of lines does not matter. The cheapest units go into the first bundles, unless the option order says mostExpensive; max bounds their number.",
        """["bundles", {"max": 1}, ["take", [".", "Session", "CartItems"], 3]]""",
        new Overload("({max: number, order: 'cheapest' | 'mostExpensive'}, part: Take, more: Take...) -> [Bundle]", Build));

    private static Expression<ValueList>? Build(Call call)
    {
        var parts = call.From(0).Select(part => part.As<BundlePart>()).ToArray();
        if (parts.Length > MaxParts)
        {
            call.Problem(call.Syntax, "A bundle has too many parts.", $"at most {MaxParts}", parts.Length.ToString());
            return null;
        }

        var max = call.Option<decimal>("max") ?? (_ => int.MaxValue);
        var order = call.Word("order") == "mostExpensive" ? CanonicalOrder.Descending : CanonicalOrder.Ascending;
        return Expression.List(TalangType.Bundle, scope =>
        {
            var wanted = Array.ConvertAll(parts, part => part(scope));
            var most = (int)Math.Clamp(max(scope), 0, int.MaxValue);
            return scope.Fault is null ? new BundleMaker(scope, wanted, order).Make(most) : ValueList.Empty;
        });
    }
}
