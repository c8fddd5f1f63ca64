using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class ItemDiscountTest
{
    private const string TenPercent = """["setDiscountPerItem", "10% off", ["*", [".", "Item", "Price"], 0.1], [".", "Session", "CartItems"]]""";

    [Fact]
    public void Each_unit_gets_its_own_effect_with_line_and_unit()
    {
        var effects = Shop.With(Do(TenPercent)).Cart(Items.Blouse, Items.Trousers with { Quantity = 2 }).Effects();

        Assert.Equal(
            [
                new SetDiscountPerItemProps("10% off#0", 4.9m, 0, 0),
                new SetDiscountPerItemProps("10% off#1", 7.4m, 1, 0),
                new SetDiscountPerItemProps("10% off#1", 7.4m, 1, 1),
            ],
            effects);
    }

    [Fact]
    public void Without_flattening_a_line_gets_one_effect()
    {
        var effects = Shop.With(Do(TenPercent)).Setting(settings => settings with { FlattenCartItems = false }).Cart(Items.Trousers with { Quantity = 2 }).Effects();

        Assert.Equal([new SetDiscountPerItemProps("10% off#0", 7.4m, 0)], effects);
    }

    [Fact]
    public void Returned_units_take_no_part()
    {
        var effects = Shop.With(Do(TenPercent)).Cart(Items.Trousers with { Quantity = 3, ReturnedQuantity = 2 }).Effects();

        Assert.Equal([new SetDiscountPerItemProps("10% off#0", 7.4m, 0, 0)], effects);
    }

    [Fact]
    public void A_prorated_amount_is_spread_by_price_to_the_last_cent()
    {
        var effects = Shop.With(Do("""["setDiscountPerItem", "d", 10, [".", "Session", "CartItems"], {"prorate": true}]"""))
            .Cart(Items.Of("a", 10), Items.Of("b", 10), Items.Of("c", 10)).Effects().Cast<SetDiscountPerItemProps>().ToList();

        Assert.Equal([3.34m, 3.33m, 3.33m], effects.Select(effect => effect.Value));
        Assert.All(effects, effect => Assert.Equal(10, effect.TotalDiscount));
    }

    [Fact]
    public void Spreading_does_not_depend_on_the_order_of_lines()
    {
        static IEnumerable<(string, decimal)> Parts(params CartItemFacts[] items) => Shop
            .With(Do("""["setDiscountPerItem", "d", 10, [".", "Session", "CartItems"], {"prorate": true}]""")).Cart(items).Effects().Cast<SetDiscountPerItemProps>()
            .Select(part => (items[part.Position].Sku, part.Value)).Order();

        var expected = Parts(Items.Of("a", 10), Items.Of("b", 10), Items.Of("c", 10));

        Assert.Equal(expected, Parts(Items.Of("c", 10), Items.Of("a", 10), Items.Of("b", 10)));
        Assert.Equal(expected, Parts(Items.Of("b", 10), Items.Of("c", 10), Items.Of("a", 10)));
    }

    [Fact]
    public void The_largest_legal_cart_is_discounted_unit_by_unit()
    {
        var lines = Enumerable.Range(0, 1000).Select(i => Items.Of($"sku-{i % 37}", i % 90 + 1, 10)).ToArray();
        var bundles = """["setDiscountPerBundle", "3 for 2", ["min", [".", "Bundle", "Items"], [["Item"], [".", "Item", "Price"]]], ["bundles", ["take", [".", "Session", "CartItems"], 3]]]""";

        Assert.Equal(10_000, Shop.With(Do(TenPercent)).Cart(lines).Effects().OfType<SetDiscountPerItemProps>().Count());
        Assert.Equal(9_999, Shop.With(Do(bundles)).Cart(lines).Effects().OfType<SetDiscountPerItemProps>().Count());
        Assert.Equal(12_345.67m, Shop.With(Do("""["setDiscountPerItem", "d", 12345.67, [".", "Session", "CartItems"], {"prorate": true}]""")).Cart(lines).Effects().OfType<SetDiscountPerItemProps>().Sum(part => part.Value));
    }

    [Theory]
    [InlineData("EUR", "0.13")]
    [InlineData("JPY", "0")]
    [InlineData("KWD", "0.125")]
    public void Amounts_are_rounded_to_the_minor_unit_half_away_from_zero(string currency, string value)
    {
        var shop = Shop.With(Do("""["setDiscount", "d", 0.125]""")).Setting(settings => settings with { Currency = currency });

        Assert.Equal(value, Assert.IsType<SetDiscountProps>(Assert.Single(shop.Effects())).Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Item_quantity_cannot_be_used_in_an_amount_per_item()
    {
        var shop = Shop.With(Do("""["setDiscountPerItem", "d", [".", "Item", "Quantity"], [".", "Session", "CartItems"]]"""));

        Assert.Equal("/rules/0/effects/0/2", Assert.Single(shop.Problems()).Pointer);
        Assert.Empty(shop.Setting(settings => settings with { FlattenCartItems = false }).Problems());
    }

    [Fact]
    public void A_free_item_a_notification_and_an_attribute_update_say_what_to_do()
    {
        var effects = Shop.With(Do(
            """["addFreeItem", "mug-1", "A mug"]""",
            """["showNotification", "Offer", "Hello", "World"]""",
            """["updateAttribute", "Session.Attributes.Gifted", true]""",
            """["updateAttribute", "Session.Score", "increase", 1.50]""")).Session(session => session with { Attributes = new Dictionary<string, Value> { ["Score"] = Value.Of(2m) } }).Effects();

        Assert.Equal(
            [
                new AddFreeItemProps("mug-1", "A mug"), new ShowNotificationProps("Offer", "Hello", "World"),
                new UpdateAttributeProps("Session.Attributes.Gifted", Value.Of(true)), new UpdateAttributeProps("Session.Attributes.Score", Value.Of(3.5m)),
            ],
            effects);
    }
}
