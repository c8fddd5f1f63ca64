using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class BudgetTest
{
    private static Shop Ten(decimal limit, params LimitEntity[] entities) => Shop.With(Do("""["setDiscount", "d", 10]""")).Limit("setDiscount", limit, entities);

    private static LimitKey Key(string entities = "", string period = "") => new(LimitOwner.Campaign, 1, "1", entities, period);

    private static Shop Partial(Shop shop) => shop.Setting(settings => settings with { PartialDiscounts = true });

    [Fact]
    public void An_effect_within_its_budget_is_charged()
    {
        Assert.Equal([new Charge(Key(), 10, 30, 0, false)], Ten(30).Used(Key(), 20).Evaluate().Charges);
        Assert.Empty(Ten(30).Used(Key(), 20.01m).Effects());
    }

    [Fact]
    public void A_partial_grant_gives_what_is_left_and_says_what_was_wanted()
    {
        Assert.Equal([new SetDiscountProps("d", 4, DesiredValue: 10)], Partial(Ten(30)).Used(Key(), 26).Effects());
        Assert.Equal([new SetDiscountProps("d", 10, DesiredValue: 10)], Partial(Ten(30)).Used(Key(), 0).Effects());
        Assert.Empty(Partial(Ten(30)).Used(Key(), 30).Effects());
        Assert.Equal([new SetDiscountProps("d", 4, DesiredValue: 10)], Shop.With(Do("""["setDiscount", "d", 10, {"partial": true}]""")).Limit("setDiscount", 4).Effects());
    }

    [Fact]
    public void A_partial_grant_is_cut_to_whole_minor_units()
    {
        Assert.Equal([new SetDiscountProps("d", 4.09m, DesiredValue: 10)], Partial(Ten(4.099m)).Effects());
        Assert.Empty(Partial(Ten(0.009m)).Effects());
    }

    [Fact]
    public void A_partial_grant_on_units_ends_with_the_budget()
    {
        var shop = Partial(Shop.With(Do("""["setDiscountPerItem", "d", 4, [".", "Session", "CartItems"]]""")).Limit("setDiscount", 10)).Cart(Items.Of("a", 9, 4));

        Assert.Equal([4, 4, 2], shop.Effects().Cast<SetDiscountPerItemProps>().Select(props => props.Value));
        Assert.Equal(10, shop.Evaluate().Charges.Sum(charge => charge.Amount));
    }

    [Fact]
    public void Without_partial_grants_units_are_granted_all_or_none()
    {
        var shop = Shop.With(Do("""["setDiscountPerItem", "d", 4, [".", "Session", "CartItems"]]""")).Limit("setDiscount", 10).Cart(Items.Of("a", 9, 4)).Explaining();

        Assert.Empty(shop.Effects());
        Assert.Equal("budget for setDiscount is 2 of 10 left, but must be at least 4: 2 more.", shop.Evaluate().Failures[0].Details, ignoreCase: true);
    }

    [Fact]
    public void A_partial_prorated_grant_sums_to_what_is_left()
    {
        var shop = Partial(Shop.With(Do("""["setDiscountPerItem", "d", 12, [".", "Session", "CartItems"], {"prorate": true}]""")).Limit("setDiscount", 10)).Cart(Items.Of("a", 3, 3));

        var effects = shop.Effects().Cast<SetDiscountPerItemProps>().ToList();
        Assert.Equal([3.34m, 3.33m, 3.33m], effects.Select(props => props.Value));
        Assert.All(effects, props => Assert.Equal((4m, 10m, 12m), (props.DesiredValue, props.TotalDiscount, props.DesiredTotalDiscount)));
    }

    [Fact]
    public void Entities_have_counters_of_their_own()
    {
        var shop = Ten(30, LimitEntity.Profile, LimitEntity.Session).Customer("ada\n\\x").Session(session => session with { IntegrationId = "s" });

        Assert.Equal([Key("Profile=ada\\n\\\\x\nSession=s")], shop.Evaluate().Charges.Select(charge => charge.Key));
    }

    [Fact]
    public void Each_identifier_is_charged_and_the_fullest_decides()
    {
        var shop = Ten(30, LimitEntity.Identifier).Session(session => session with { Identifiers = ["one", "two"] }).Used(Key("Identifier=one"), 0);

        Assert.Equal([Key("Identifier=one"), Key("Identifier=two")], shop.Used(Key("Identifier=two"), 5).Evaluate().Charges.Select(charge => charge.Key));
        Assert.Empty(shop.Used(Key("Identifier=two"), 21).Effects());
    }

    [Fact]
    public void A_budgeted_entity_must_be_there_at_the_close()
    {
        var open = Ten(30, LimitEntity.Store).Cart(Items.Blouse);

        Assert.Single(open.Effects());
        Assert.Empty(open.Evaluate().Charges);
        Assert.Empty(open.Session(session => session with { Closing = true }).Effects());
        Assert.Empty(Ten(30, LimitEntity.Profile).Effects());
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(LimitPeriod.Daily, "D2026-03-11")]
    [InlineData(LimitPeriod.Weekly, "W2026-03-09")]
    [InlineData(LimitPeriod.Monthly, "M2026-03-01")]
    [InlineData(LimitPeriod.Yearly, "Y2026-01-01")]
    public void Periods_are_those_of_the_Applications_calendar(LimitPeriod? period, string name)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("T", TimeSpan.FromHours(13), "T", "T");
        var limit = new LimitDefinition(4, "setDiscount", 30, period, []);
        var shop = new Shop().Campaign(1, campaign => campaign with { Limits = [limit] }, Do("""["setDiscount", "d", 10]""")).Setting(settings => settings with { TimeZone = zone });

        Assert.Equal(new LimitKey(LimitOwner.Campaign, 1, "4", "", name), Assert.Single(shop.Evaluate().Charges).Key);
    }

    [Fact]
    public void Two_effects_share_one_budget()
    {
        var shop = Shop.With(Do("""["setDiscount", "a", 10]"""), Do("""["setDiscount", "b", 10]""")).Limit("setDiscount", 15);

        Assert.Equal([new SetDiscountProps("a", 10)], shop.Effects());
    }

    [Fact]
    public void Discount_effects_are_counted_too()
    {
        var shop = Shop.With(Do("""["setDiscount", "a", 10]"""), Do("""["setDiscount", "b", 10]""")).Limit("setDiscountEffect", 1);

        Assert.Equal([new SetDiscountProps("a", 10)], shop.Effects());
    }

    [Fact]
    public void A_gift_card_pays_up_to_its_remainder()
    {
        const string Pay = """["setDiscount", "card", ["min", ["list", [".", "Session", "Total"], [".", "Coupon", "DiscountRemainder"]]]]""";
        static Shop Card(string pay, decimal used) => Shop.With(When("""["couponValid"]""", pay)).Coupon("card", coupon => coupon with { DiscountLimit = 100 }).Used(LimitKey.CouponDiscount(500), used).Cart(Items.Of("a", 80));

        Assert.Contains(new SetDiscountProps("card", 80), Card(Pay, 0).Effects());
        Assert.Contains(new SetDiscountProps("card", 30), Card(Pay, 70).Effects());
        Assert.Contains(new Charge(LimitKey.CouponDiscount(500), 30, 100, 1, false), Card(Pay, 70).Evaluate().Charges);
        var greedy = Card("""["setDiscount", "card", [".", "Session", "Total"]]""", 70);
        Assert.Equal("EffectCouldNotBeApplied", Assert.IsType<RejectCouponProps>(Assert.Single(greedy.Effects())).RejectionReason);
        Assert.Contains(new SetDiscountProps("card", 30, DesiredValue: 80), Partial(greedy).Effects());
    }

    [Fact]
    public void Limits_of_a_coupon_stand_in_for_the_campaigns_limits_per_profile()
    {
        static Shop Twice(decimal used) => Shop.With(When("""["couponValid"]""")).Limit("redeemCoupon", 1, LimitEntity.Profile).Customer("ada")
            .Coupon("c", coupon => coupon with { Limits = [new(0, "redeemCoupon", 2, null, [LimitEntity.Profile])] })
            .Used(LimitKey.CouponUsesByProfile(500, "ada"), used);

        Assert.Equal([new AcceptCouponProps("c")], Twice(1).Effects());
        Assert.Equal(
            [new Charge(LimitKey.CouponUses(500), 1, null, 0, false), new Charge(LimitKey.CouponUsesByProfile(500, "ada"), 1, 2, 0, false)],
            Twice(1).Evaluate().Charges);
        Assert.Equal("ProfileLimitReached", Assert.IsType<RejectCouponProps>(Assert.Single(Twice(2).Effects())).RejectionReason);
    }
}
