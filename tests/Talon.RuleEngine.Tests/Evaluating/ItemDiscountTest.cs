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
