using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class RobustnessTest
{
    private static readonly RuleJson Sound = Do("""["setDiscount", "sound", 1]""");

    [Fact]
    public void A_campaign_that_cannot_be_evaluated_gives_an_error_and_leaves_the_others_alone()
    {
        var result = new Shop()
            .Campaign(1, Do("""["showNotification", "Info", "t", "b"]""", """["setDiscount", "d", ["/", 1, 0]]"""))
            .Campaign(2, When("""[">", ["*", [".", "Session", "Total"], 1e28], 0]"""))
            .Campaign(3, Sound).Cart(Items.Of("a", 100)).Explaining().Evaluate();

        Assert.Equal(
            [new ErrorProps("A number was divided by zero."), new ErrorProps("A number became too large."), new SetDiscountProps("sound", 1)],
            result.Effects.Select(effect => effect.Props));
        Assert.Equal([(1, null, 1), (2, 0, null)], result.Failures.Select(failure => ((int)failure.CampaignId, failure.ConditionIndex, failure.EffectIndex)));
        Assert.Equal([3], result.TriggeredCampaigns);
    }

    [Fact]
    public void A_campaign_with_too_much_work_is_stopped()
    {
        const string Cart = """[".", "Session", "CartItems"]""";
        var cubic = $"""["exists", {Cart}, [["a"], ["exists", {Cart}, [["b"], ["exists", {Cart}, [["c"], false]]]]]]""";
        var result = new Shop().Campaign(1, When(cubic), Sound).Campaign(2, Sound).Cart(Items.Of("a", 1, 1000)).Evaluate();

        Assert.Equal(["error", "setDiscount", "setDiscount"], result.Effects.Select(effect => effect.Props.EffectType));
        Assert.Equal("The campaign takes too many steps to evaluate.", Assert.IsType<ErrorProps>(result.Effects[0].Props).Message);
    }

    [Fact]
    public void A_missing_attribute_fails_the_rule_without_an_error()
    {
        var result = Shop.With(When("""["=", [".", "Profile", "Name"], "x"]""", """["setDiscount", "d", 1]"""), Sound).Evaluate();

        Assert.Equal([new SetDiscountProps("sound", 1)], result.Effects.Select(effect => effect.Props));
    }

    [Theory]
    [InlineData(-5, 3)]
    [InlineData(5, -3)]
    [InlineData(5, int.MaxValue)]
    public void Facts_beyond_all_limits_do_not_throw(decimal price, int quantity)
    {
        var result = Shop.With(Do("""["setDiscountPerItem", "d", [".", "Item", "Price"], [".", "Session", "CartItems"]]"""), Sound).Cart(Items.Of("a", price, quantity)).Evaluate();

        Assert.Contains(result.Effects, effect => effect.Props == new SetDiscountProps("sound", 1));
    }

    [Theory]
    [InlineData("""["setDiscount", "d", 5e22]""")]
    [InlineData("""["setDiscountPerItem", "d", 5e22, [".", "Session", "CartItems"]]""")]
    public void An_effect_grants_no_more_than_can_be_summed_up(string effect)
    {
        var result = Shop.With(Do(effect), Sound).Cart(Items.Of("a", 100)).Evaluate();

        Assert.Equal([new ErrorProps("A number became too large."), new SetDiscountProps("sound", 1)], result.Effects.Select(effect => effect.Props));
    }

    [Fact]
    public void Amounts_beyond_a_decimal_do_not_throw()
    {
        var result = new Shop()
            .Campaign(1, Do("""["setDiscount", "d", [".", "Session", "Total"]]""")).Limit("setDiscount", decimal.MaxValue).Used(new LimitKey(LimitOwner.Campaign, 1, "1"), decimal.MaxValue)
            .Campaign(2, Do("""["setDiscount", "a", 79228162514264337593543950335]""", """["setDiscount", "b", 79228162514264337593543950335]"""))
            .Campaign(3, Sound).Cart(Items.Of("a", decimal.MaxValue, 2)).Evaluate();

        Assert.Equal(["error", "error", "setDiscount"], result.Effects.Select(effect => effect.Props.EffectType));
    }

    [Fact]
    public void The_same_facts_give_the_same_result()
    {
        var shop = Shop.With(Do("""["setDiscountPerItem", "d", 7, [".", "Session", "CartItems"], {"prorate": true}]""")).Cart(Items.Blouse, Items.Trousers with { Quantity = 3 });
        var snapshot = shop.Snapshot();

        Assert.Equal(shop.Effects(), shop.Effects());
        Assert.Same(snapshot.Find(1), EngineSnapshot.Create(shop.Settings, [], [snapshot.Find(1)!]).Find(1));
    }

    [Fact]
    public void A_profile_update_has_no_session_and_does_not_throw()
    {
        var result = Shop.With(When("""[">", [".", "Profile", "TotalSales"], 10]""", """["setDiscount", "d", 1]"""), When("""[">", [".", "Session", "Total"], 10]"""))
            .Customer("ada", profile => profile with { TotalSales = 11 }).Explaining().Evaluate();

        Assert.Single(result.Effects);
        Assert.Equal("Session is not set, but must be set.", Assert.Single(result.Failures).Details);
    }
}
