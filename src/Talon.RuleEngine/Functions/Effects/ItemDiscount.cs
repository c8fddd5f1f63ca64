using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>setDiscountPerItem</c>.</summary>
internal static class ItemDiscount
{
    public static readonly Function Function = new(
        "setDiscountPerItem", FunctionGroup.Effect,
        "Takes an amount off each unit of a list; the amount may look at Item. With prorate it is one amount for all, spread by price. The scope says off what: price, additionalCosts or itemTotal.",
        """["setDiscountPerItem", "10% off", ["*", [".", "Item", "Price"], 0.1], [".", "Session", "CartItems"]]""",
        new Overload("(name: string, value: (Item) => number, list: [Item], {scope: 'price' | 'additionalCosts' | 'itemTotal', prorate: boolean, partial: boolean}) -> effect", Build))
    {
        Failure = "a budget for discounts is used up, or the amount is negative",
    };

    private static Expression? Build(Call call)
    {
        var block = call.Block(1);
        if (call.Binder.Settings.FlattenCartItems && block.Usage.HasFlag(Usage.ItemQuantity))
            return call.Problem(block.Syntax!, "Item.Quantity cannot be used in an amount per item: each unit stands by itself.", "another attribute", "Item.Quantity");
        var discount = new ItemDiscountEffect(call);
        if (call.Switch("prorate") is not true)
            return Expression.Effect(discount.EachUnit(ElementBlock.Of<decimal>(block)));
        if (block.ReadsElement)
            return call.Problem(block.Syntax!, "With prorate the amount is one for all items: it cannot look at Item.", "an amount for the session", "Item");
        return Expression.Effect(discount.Prorated(block.Body.As<decimal>()));
    }
}
