using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class CascadeTest
{
    private const string HalfSession = """["setDiscount", "half", ["/", [".", "Session", "Total"], 2]]""";
    private const string HalfItem = """["setDiscountPerItem", "half", ["/", [".", "Item", "Price"], 2], [".", "Session", "CartItems"]]""";

    private static decimal[] Values(Shop shop) => [.. shop.Effects().Select(effect => effect switch
    {
        SetDiscountProps discount => discount.Value,
        SetDiscountPerItemProps discount => discount.Value,
        SetDiscountPerAdditionalCostProps discount => discount.Value,
        _ => 0,
    })];

    private static Shop Cascading(Shop shop) => shop.Setting(settings => settings with { CascadingDiscounts = true });

    [Fact]
    public void Off_every_discount_computes_on_the_original_amounts()
    {
        Assert.Equal([50, 50], Values(new Shop().Campaign(1, Do(HalfSession)).Campaign(2, Do(HalfSession)).Cart(Items.Of("a", 100))));
    }

    [Fact]
    public void On_later_campaigns_see_what_is_left()
    {
        Assert.Equal([50, 25], Values(Cascading(new Shop().Campaign(1, Do(HalfSession)).Campaign(2, Do(HalfSession)).Cart(Items.Of("a", 100)))));
        Assert.Equal([50, 25, 12.5m], Values(Cascading(new Shop().Campaign(1, Do(HalfItem)).Campaign(2, Do(HalfItem)).Campaign(3, Do(HalfSession)).Cart(Items.Of("a", 100)))));
    }

    [Fact]
    public void Rules_of_one_campaign_see_the_same_amounts()
    {
        Assert.Equal([50, 50], Values(Cascading(Shop.With(Do(HalfSession), Do(HalfSession)).Cart(Items.Of("a", 100)))));
    }

    [Fact]
    public void The_scope_is_named_only_when_discounts_cascade()
    {
        Assert.Equal("sessionTotal", Assert.IsType<SetDiscountProps>(Cascading(Shop.With(Do(HalfSession)).Cart(Items.Blouse)).Effects()[0]).Scope);
        Assert.Null(Assert.IsType<SetDiscountProps>(Shop.With(Do(HalfSession)).Cart(Items.Blouse).Effects()[0]).Scope);
    }

    [Fact]
    public void A_discount_on_a_cost_is_seen_on_that_cost()
    {
        const string HalfShipping = """["setDiscountPerAdditionalCost", "shipping", "half", ["/", [".", "Session", "AdditionalCosts", "shipping"], 2]]""";
        var shop = Cascading(new Shop().Campaign(1, Do(HalfShipping)).Campaign(2, Do(HalfShipping)).Campaign(3, Do(HalfSession)))
            .Session(session => session with { AdditionalCosts = new Dictionary<string, decimal> { ["shipping"] = 8 } }).Cart(Items.Of("a", 10));

        Assert.Equal([4, 2, 6], Values(shop));
    }

    [Fact]
    public void What_is_seen_never_falls_below_zero()
    {
        var shop = Cascading(new Shop().Campaign(1, Do("""["setDiscount", "all", 150]""")).Campaign(2, Do(HalfSession)).Cart(Items.Of("a", 100)));

        Assert.Equal([150, 0], Values(shop));
    }
}
