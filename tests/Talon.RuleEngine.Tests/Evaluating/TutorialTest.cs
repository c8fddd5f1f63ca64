using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class TutorialTest
{
    private static Shop Christmas() => Shop
        .With(When("""["and", ["couponValid"]]""", """["setDiscount", "20% off", ["*", [".", "Session", "Total"], ["/", 20, 100]]]"""))
        .Cart(Items.Blouse, Items.Trousers);

    [Fact]
    public void A_valid_coupon_takes_twenty_percent_off_the_session()
    {
        var result = Christmas().Coupon("xmas20").Evaluate();

        Assert.Equal([new AcceptCouponProps("xmas20"), new SetDiscountProps("20% off", 24.6m)], result.Effects.Select(effect => effect.Props));
        Assert.All(result.Effects, effect => Assert.Equal((1, 10, 0, "rule", 500), (effect.CampaignId, effect.RulesetId, effect.RuleIndex, effect.RuleName, effect.TriggeredByCoupon)));
        Assert.Equal("24.6", ((SetDiscountProps)result.Effects[1].Props).Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([1], result.TriggeredCampaigns);
        Assert.True(result.Missing.IsEmpty);
    }

    [Fact]
    public void Without_the_coupon_nothing_is_discounted_and_the_reason_is_told()
    {
        var result = Christmas().Explaining().Evaluate();

        Assert.Empty(result.Effects);
        var failure = Assert.Single(result.Failures);
        Assert.Equal((1, "Campaign 1", 10, 0, "rule", 0, null), (failure.CampaignId, failure.CampaignName, failure.RulesetId, failure.RuleIndex, failure.RuleName, failure.ConditionIndex, failure.EffectIndex));
        Assert.Equal("Coupon code is not entered, but must be a valid code of the campaign.", failure.Details);
        Assert.Equal("NoCoupon", failure.Explanation.Code);
    }

    [Fact]
    public void A_bare_effect_counts_as_a_list_of_one()
    {
        var bare = Json.Parse("""[{"title": "bare", "condition": ["and", ["couponValid"]], "effects": ["catch", ["noop"], ["setDiscount", "10% off", ["*", [".", "Session", "Total"], ["/", 10, 100]]]]}]""");
        var shop = new Shop().Campaign(1, campaign => campaign with { Ruleset = new RulesetDefinition(10, bare) });

        Assert.Contains(new SetDiscountProps("10% off", 12.3m), shop.Cart(Items.Blouse, Items.Trousers).Coupon("any").Effects());
    }

    [Fact]
    public void Coupon_uses_are_charged_to_the_accepting_effect()
    {
        var result = Christmas().Customer("ada").Coupon("xmas20", coupon => coupon with { UsageLimit = 3 }).Used(LimitKey.CouponUses(500), 2).Evaluate();

        Assert.Equal(
            [new Charge(LimitKey.CouponUses(500), 1, 3, 0, false), new Charge(LimitKey.CouponUsesByProfile(500, "ada"), 1, null, 0, false)],
            result.Charges);
        Assert.True(result.Missing.IsEmpty);
    }

    [Fact]
    public void An_unknown_counter_is_taken_as_unused_and_reported()
    {
        var result = Christmas().Coupon("xmas20", coupon => coupon with { UsageLimit = 1 }).Evaluate();

        Assert.IsType<AcceptCouponProps>(result.Effects[0].Props);
        Assert.Equal([LimitKey.CouponUses(500)], result.Missing.Limits);
    }
}
