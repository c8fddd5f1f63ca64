using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class CouponRejectionTest
{
    private static readonly string Discount = """["setDiscount", "d", 10]""";

    private static Shop Valid() => Shop.With(When("""["couponValid"]""", Discount)).Cart(Items.Blouse);

    private static RejectCouponProps Rejection(Shop shop) => Assert.IsType<RejectCouponProps>(Assert.Single(shop.Effects()));

    [Fact]
    public void An_unknown_code_is_not_found_and_belongs_to_no_campaign()
    {
        var effect = Assert.Single(Valid().UnknownCoupon("nope").Evaluate().Effects);

        Assert.Equal((0, 0, 0, ""), (effect.CampaignId, effect.RulesetId, effect.RuleIndex, effect.RuleName));
        Assert.Equal(("nope", "CouponNotFound"), (((RejectCouponProps)effect.Props).Value, ((RejectCouponProps)effect.Props).RejectionReason));
    }

    [Fact]
    public void A_code_is_refused_before_its_start_and_from_its_expiry()
    {
        Assert.Equal("CouponStartDateInFuture", Rejection(Valid().Coupon("c", coupon => coupon with { StartDate = Shop.Noon.AddSeconds(1) })).RejectionReason);
        Assert.Equal("CouponExpired", Rejection(Valid().Coupon("c", coupon => coupon with { ExpiryDate = Shop.Noon })).RejectionReason);
        Assert.IsType<AcceptCouponProps>(Valid().Coupon("c", coupon => coupon with { StartDate = Shop.Noon, ExpiryDate = Shop.Noon.AddSeconds(1) }).Effects()[0]);
    }

    [Fact]
    public void A_code_of_a_campaign_that_does_not_run_names_that_campaign()
    {
        var disabled = new Shop().Campaign(1, campaign => campaign with { Enabled = false }, When("""["couponValid"]""", Discount)).Coupon("c").Evaluate();
        var over = new Shop().Campaign(1, campaign => campaign with { EndTime = Shop.Noon }, When("""["couponValid"]""", Discount)).Coupon("c").Evaluate();
        var gone = new Shop().Coupon("c", campaign: 33).Evaluate();

        Assert.All([disabled, over, gone], result => Assert.Equal("CouponPartOfNotRunningCampaign", Assert.IsType<RejectCouponProps>(Assert.Single(result.Effects).Props).RejectionReason));
        Assert.Equal([1, 1, 33], new[] { disabled, over, gone }.Select(result => result.Effects[0].CampaignId));
    }

    [Fact]
    public void A_code_for_someone_else_is_refused()
    {
        static CouponState ForAda(CouponState coupon) => coupon with { RecipientIntegrationId = "ada" };

        Assert.Equal("CouponRecipientDoesNotMatch", Rejection(Valid().Customer("bob").Coupon("c", ForAda)).RejectionReason);
        Assert.Equal("CouponRecipientDoesNotMatch", Rejection(Valid().Coupon("c", ForAda)).RejectionReason);
        Assert.IsType<AcceptCouponProps>(Valid().Customer("ada").Coupon("c", ForAda).Effects()[0]);
    }

    [Fact]
    public void A_hard_reservation_needs_a_customer_who_holds_one()
    {
        static CouponState Reserved(CouponState coupon) => coupon with { ReservationMandatory = true };

        Assert.Equal("ProfileRequired", Rejection(Valid().Coupon("c", Reserved)).RejectionReason);
        Assert.Equal("CouponReservationRequired", Rejection(Valid().Customer().Coupon("c", Reserved)).RejectionReason);
        Assert.IsType<AcceptCouponProps>(Valid().Customer().Coupon("c", coupon => Reserved(coupon) with { ReservedByProfile = true }).Effects()[0]);
    }

    [Fact]
    public void A_used_up_code_is_refused()
    {
        var shop = Valid().Coupon("c", coupon => coupon with { UsageLimit = 2 }).Used(LimitKey.CouponUses(500), 2);

        Assert.Equal("CouponLimitReached", Rejection(shop).RejectionReason);
        Assert.Equal("Redemptions of the coupon is 2, but must be fewer than 2.", Rejection(shop).Details);
    }

    [Fact]
    public void Limits_per_profile_come_before_limits_of_the_campaign()
    {
        static Shop Limited() => Valid().Limit("redeemCoupon", 1).Limit("redeemCoupon", 1, LimitEntity.Profile).Coupon("c");
        var perProfile = new LimitKey(LimitOwner.Campaign, 1, "2", "Profile=customer-1");
        var campaign = new LimitKey(LimitOwner.Campaign, 1, "1");

        Assert.Equal("ProfileRequired", Rejection(Limited()).RejectionReason);
        Assert.Equal("ProfileLimitReached", Rejection(Limited().Customer().Used(perProfile, 1).Used(campaign, 1)).RejectionReason);
        Assert.Equal("CampaignLimitReached", Rejection(Limited().Customer().Used(perProfile, 0).Used(campaign, 1)).RejectionReason);
    }

    [Theory]
    [InlineData(LimitEntity.Identifier)]
    [InlineData(LimitEntity.Session)]
    [InlineData(LimitEntity.Coupon)]
    public void Only_a_limit_of_the_whole_campaign_is_the_campaigns_limit(LimitEntity entity) =>
        Assert.Equal("CouponLimitReached", Rejection(Valid().Session(session => session with { Identifiers = ["device-1"] }).Limit("redeemCoupon", 0, entity).Coupon("c")).RejectionReason);

    [Theory]
    [InlineData("setDiscount")]
    [InlineData("createLoyaltyPoints")]
    public void Any_budget_per_profile_asks_for_a_profile(string action) =>
        Assert.Equal("ProfileRequired", Rejection(Valid().Limit(action, 100, LimitEntity.Profile).Coupon("c")).RejectionReason);

    [Fact]
    public void A_second_code_meets_what_the_first_took_from_the_campaign()
    {
        var effects = Valid().Limit("redeemCoupon", 1).Used(new LimitKey(LimitOwner.Campaign, 1, "1"), 0).Coupon("one").Coupon("two").Effects();

        Assert.Equal(new AcceptCouponProps("one"), effects[0]);
        Assert.Equal(("two", "CampaignLimitReached"), (((RejectCouponProps)effects[2]).Value, ((RejectCouponProps)effects[2]).RejectionReason));
    }

    [Fact]
    public void A_failed_condition_is_pointed_at()
    {
        var shop = Shop.With(When("""["and", ["couponValid"], [">=", [".", "Session", "Total"], 150]]""", Discount)).Cart(Items.Blouse, Items.Trousers).Coupon("c");

        Assert.Equal(
            new RejectCouponProps("c", "CouponRejectedByCondition", 1, null, "Session.Total is 123, but must be at least 150: 27 more."),
            Rejection(shop));
    }

    [Fact]
    public void A_rule_without_a_coupon_condition_rejects_the_code_and_still_applies()
    {
        var effects = Shop.With(Do(Discount)).Coupon("c").Effects();

        Assert.Equal(new SetDiscountProps("d", 10), effects[0]);
        Assert.Equal("CouponRejectedByCondition", Assert.IsType<RejectCouponProps>(effects[1]).RejectionReason);
        Assert.Equal(2, effects.Count);
    }

    [Fact]
    public void An_effect_that_fails_rejects_the_code_and_takes_the_rule_back()
    {
        var shop = Shop
            .With(When("""["couponValid"]""", """["showNotification", "Info", "t", "b"]""", """["catch", ["noop"], ["setDiscount", "d", 10]]"""))
            .Limit("setDiscount", 5).Used(new LimitKey(LimitOwner.Campaign, 1, "1"), 0).Coupon("c");
        var result = shop.Evaluate();

        var rejection = Assert.IsType<RejectCouponProps>(Assert.Single(result.Effects).Props);
        Assert.Equal(("EffectCouldNotBeApplied", 1), (rejection.RejectionReason, rejection.EffectIndex));
        Assert.Empty(result.Charges);
        Assert.Empty(result.TriggeredCampaigns);
    }

    [Fact]
    public void Every_rejected_code_has_one_rejection_in_the_order_entered()
    {
        var effects = Valid().UnknownCoupon("a").Coupon("b", coupon => coupon with { ExpiryDate = Shop.Noon }).Coupon("c").UnknownCoupon("a").Effects();

        Assert.Equal(["acceptCoupon", "setDiscount", "rejectCoupon", "rejectCoupon"], effects.Select(effect => effect.EffectType));
        Assert.Equal(["a", "b"], effects.OfType<RejectCouponProps>().Select(rejection => rejection.Value));
    }

    [Fact]
    public void A_rule_without_coupon_condition_runs_once_for_many_codes_and_one_with_it_for_each()
    {
        var shop = Shop.With(When("""["couponValid"]""", """["setDiscount", [".", "Coupon", "Value"], 1]"""), Do("""["setDiscount", "once", 2]"""));

        var names = shop.Coupon("a").Coupon("b").Effects().OfType<SetDiscountProps>().Select(discount => discount.Name);

        Assert.Equal(["a", "b", "once"], names);
    }

    [Fact]
    public void A_coupon_that_is_only_checked_is_neither_accepted_nor_rejected()
    {
        var result = Shop.With(When("""["couponValidNoRedeem"]""", Discount)).Coupon("c").Evaluate();

        Assert.Equal(new SetDiscountProps("d", 10), Assert.Single(result.Effects).Props);
        Assert.Empty(result.Charges);
    }
}
