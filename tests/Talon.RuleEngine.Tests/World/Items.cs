namespace Talon.RuleEngine.Tests;

/// <summary>Cart lines of the tests.</summary>
internal static class Items
{
    public static readonly CartItemFacts Blouse = Of("rdbs-1111", 49) with { Name = "Red Spring Blouse", Category = "Shirts" };

    public static readonly CartItemFacts Trousers = Of("dtr-2222", 74) with { Name = "Denim Trousers", Category = "Trousers" };

    public static CartItemFacts Of(string sku, decimal price, int quantity = 1, string? category = null) =>
        new() { Position = 0, Sku = sku, Price = price, Quantity = quantity, Category = category };
}
