using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>setDiscountPerAdditionalCost</c> and <c>setDiscountPerAdditionalCostPerItem</c>.</summary>
internal static class CostDiscount
{
    public static readonly Function OnSession = new(
        "setDiscountPerAdditionalCost", FunctionGroup.Effect,
        "Takes an amount off one additional cost of the session, such as shipping. The rule fails when the session does not carry it.",
        """["setDiscountPerAdditionalCost", "shipping", "Free shipping", [".", "Session", "AdditionalCosts", "shipping"]]""",
        new Overload("(cost: @cost, name: string, value: number, {partial: boolean}) -> effect", Session))
    {
        Failure = "the session does not carry the cost, a budget for discounts is used up, or the amount is negative",
    };

    public static readonly Function OnItems = new(
        "setDiscountPerAdditionalCostPerItem", FunctionGroup.Effect,
        "Takes an amount off one additional cost of each unit of a list; the amount may look at Item. The rule fails when any of the items does not carry it.",
        """["setDiscountPerAdditionalCostPerItem", "wrapping", "Free wrapping", [".", "Item", "AdditionalCosts", "wrapping"], [".", "Session", "CartItems"]]""",
        new Overload("(cost: @cost, name: string, value: (Item) => number, list: [Item], {partial: boolean}) -> effect", Items))
    {
        Failure = "an item does not carry the cost, a budget for discounts is used up, or the amount is negative",
    };

    private static Expression<bool>? Session(Call call)
    {
        if (Cost(call, cost => cost.OnSession, "sessions") is not { } cost)
            return null;
        var (name, value) = (call.Text(1), call.Number(2));
        var grant = DiscountGrant.Of(call);
        var absent = Fault.Refused(new("CostMissing", $"additional cost \"{cost.Name}\" of the session", "not there", "there"));
        return Expression.Effect(scope =>
        {
            var label = name(scope);
            if (scope.Cart.SessionCost(cost.Name) is null)
                scope.Fail(absent);
            if (!grant.TryTake(scope, value(scope), out var granted, out var desired))
                return false;
            scope.Output.Emit(scope, new SetDiscountPerAdditionalCostProps(label, cost.Id, cost.Name, granted, desired));
            scope.Output.Grant(scope, new Reduction(ReductionTarget.Cost, granted, Cost: cost.Name));
            return true;
        });
    }

    private static Expression<bool>? Items(Call call)
    {
        if (Cost(call, cost => cost.OnItem, "items") is not { } cost)
            return null;
        var (name, value, list) = (call.Text(1), ElementBlock.Of<decimal>(call.Block(2)), call.List(3));
        var grant = DiscountGrant.Of(call);
        var absent = Fault.Refused(new("CostMissing", $"additional cost \"{cost.Name}\" of an item", "not there", "there"));
        return Expression.Effect(scope =>
        {
            var (label, units) = (name(scope), list(scope));
            if (scope.Fault is null && units.Any(unit => ((CartUnit)unit.Entity).Cost(cost.Name) is null))
                scope.Fail(absent);
            if (scope.Fault is not null)
                return false;
            var emitted = false;
            foreach (ref readonly var element in units.Span)
            {
                scope.Step();
                var unit = (CartUnit)element.Entity;
                if (!scope.Admits(unit))
                    continue;
                if (!grant.TryTake(scope, value(scope, element), out var granted, out var desired))
                    return grant.UsedUp(scope, emitted);
                emitted = true;
                scope.Output.Emit(scope, new SetDiscountPerAdditionalCostPerItemProps(
                    UnitGrant.Label(label, unit), cost.Id, granted, unit.Line.Position, cost.Name, scope.Settings.FlattenCartItems ? unit.SubPosition : null, desired));
                scope.Output.Grant(scope, new Reduction(ReductionTarget.Cost, granted, unit, cost.Name));
            }

            return emitted;
        });
    }

    private static AdditionalCostDefinition? Cost(Call call, Func<AdditionalCostDefinition, bool> applies, string where)
    {
        var cost = call.Reference<AdditionalCostDefinition>(0);
        if (applies(cost))
            return cost;
        call.Problem(call[0].Syntax!, $"The additional cost \"{cost.Name}\" is not one of {where}.", $"a cost of {where}", $"\"{cost.Name}\"");
        return null;
    }
}
