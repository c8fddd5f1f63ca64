using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>Attributes of cart items.</summary>
internal static class ItemMembers
{
    public static readonly MemberTable<CartUnit> Table =
        new MemberTable<CartUnit>("CartItem", AttributeEntity.CartItem, (_, unit) => unit.Line.Attributes)
            .OwnText("Sku", "Stock keeping unit.", unit => unit.Line.Sku)
            .Alias("SKU", "Sku")
            .OwnText("Name", "Display name.", unit => unit.Line.Name)
            .OwnText("Category", "Category.", unit => unit.Line.Category)
            .OwnText("Product.Name", "Name of the parent product.", unit => unit.Line.ProductName)
            .Number("Price", "Price of one piece.", (_, unit) => unit.Price)
            .Number("Quantity", "Pieces: 1, or those of the line when the Application does not flatten.", (_, unit) => unit.Quantity, Usage.ItemQuantity)
            .Number("Total", "Price times quantity, and the item's additional costs.", (_, unit) => unit.PriceTotal + unit.CostTotal)
            .Number("Position", "Index of the line in the cart, from 0.", (_, unit) => unit.Line.Position)
            .Number("SubPosition", "Index of the unit in its line, from 0.", (_, unit) => unit.SubPosition)
            .MaybeNumber("Weight", "Grams.", (_, unit) => unit.Line.Weight)
            .MaybeNumber("Height", "Millimetres.", (_, unit) => unit.Line.Height)
            .MaybeNumber("Width", "Millimetres.", (_, unit) => unit.Line.Width)
            .MaybeNumber("Length", "Millimetres.", (_, unit) => unit.Line.Length)
            .MaybeNumber("CatalogItemId", "The catalog entry.", (_, unit) => unit.Line.CatalogItemId)
            .Alias("CatalogItemID", "CatalogItemId")
            .Costs("AdditionalCosts", "An additional cost of one piece.", (_, unit, name) => unit.Cost(name));
}
