using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

/// <summary>What each effect emits, when it fails, and what it needs from outside.</summary>
public sealed class EffectTest
{
    private static EvaluationResult Run(string effect, Func<Shop, Shop>? change = null)
    {
        var shop = Shop.With(Do(effect)).Customer("ada").Cart(Items.Blouse, Items.Trousers).Explaining();
        return (change?.Invoke(shop) ?? shop).Evaluate();
    }

    private static EffectProps Emitted(string effect, Func<Shop, Shop>? change = null) => Assert.Single(Run(effect, change).Effects).Props;

    private static string Failed(string effect, Func<Shop, Shop>? change = null)
    {
        var result = Run(effect, change);
        Assert.Empty(result.Effects);
        Assert.Equal(0, Assert.Single(result.Failures).EffectIndex);
        return result.Failures[0].Details;
    }

    private static Shop Anonymous(Shop shop) => shop.Facts(facts => facts with { Profile = null });

    private static Func<Shop, Shop> Points(decimal current, string? tier = null) => shop => shop.Facts(facts => facts with
    {
        Ledgers = new Dictionary<LedgerKey, LedgerFacts> { [new(5, "")] = new() { Current = current, Tier = tier } },
    });

    [Fact]
    public void Added_points_carry_their_term()
    {
        Assert.Equal(
            new AddLoyaltyPointsProps("n", 5, "", 10, "ada", ""),
            Emitted("""["addLoyaltyPoints", "stars", "", 10.00, "n"]"""));
        Assert.Equal(
            new AddLoyaltyPointsProps("n", 5, "s", 10, "ada", "", StartDate: Shop.Noon.AddDays(7), ExpiryDate: Shop.Noon.AddDays(37)),
            Emitted("""["addLoyaltyPoints", "stars", "s", 10, "n", {"pending": "7D", "validity": "30D"}]"""));
        Assert.Equal(
            new AddLoyaltyPointsProps("n", 5, "", 10, "ada", "", AwaitsActivation: true, ValidityDuration: "1Y_U", CardIdentifier: "card-1"),
            Emitted("""["addLoyaltyPoints", "stars", "", 10, "n", {"pending": "on_action", "validity": "1Y_U", "card": "card-1"}]"""));
    }

    [Fact]
    public void Without_options_the_programme_says_the_term()
    {
        var props = (AddLoyaltyPointsProps)Emitted("""["addLoyaltyPoints", "stars", "", 10, "n"]""", shop => shop.Knowing(words => words with { LoyaltyProgramSettings = [new(5, "immediate", "1D", [])] }));

        Assert.Equal((null, Shop.Noon.AddDays(1)), (props.StartDate, props.ExpiryDate));
    }

    [Fact]
    public void Points_raise_the_tier_and_never_lower_it()
    {
        static Shop Tiers(Shop shop) => shop.Knowing(words => words with { LoyaltyProgramSettings = [new(5, "immediate", "unlimited", [new("Silver", 100), new("Gold", 200)])] });
        const string Fifty = """["addLoyaltyPoints", "stars", "", 50, "n"]""";

        Assert.Equal(new ChangeLoyaltyTierLevelProps("rule", 5, "", "Silver"), Run(Fifty, shop => Tiers(Points(60)(shop))).Effects[1].Props);
        Assert.Equal(new ChangeLoyaltyTierLevelProps("rule", 5, "", "Gold", "Silver"), Run(Fifty, shop => Tiers(Points(150, "Silver")(shop))).Effects[1].Props);
        Assert.Single(Run(Fifty, shop => Tiers(Points(60, "Gold")(shop))).Effects);
        Assert.Single(Run(Fifty, shop => Tiers(Points(10)(shop))).Effects);
    }

    [Fact]
    public void Points_need_a_customer_and_a_budget_and_an_amount_that_is_not_negative()
    {
        const string Ten = """["addLoyaltyPoints", "stars", "", 10, "n"]""";

        Assert.Equal("Customer profile is none, but must be one.", Failed(Ten, Anonymous));
        Assert.Equal("Budget for createLoyaltyPoints is 4 of 4 left, but must be at least 10: 6 more.", Failed(Ten, shop => shop.Limit("createLoyaltyPoints", 4)).Replace("budget", "Budget"));
        Assert.Equal("Points is negative, but must be zero or more.", Failed("""["addLoyaltyPoints", "stars", "", -1, "n"]"""));
        Assert.Equal((4m, 10m), Run(Ten, shop => shop.Limit("createLoyaltyPoints", 4).Setting(settings => settings with { PartialDiscounts = true })).Effects
            .Select(effect => (AddLoyaltyPointsProps)effect.Props).Select(props => (props.Value, props.DesiredValue!.Value)).Single());
    }

    [Fact]
    public void Points_go_to_a_subledger_only_where_the_programme_has_them()
    {
        static Shop MainOnly(Shop shop) => shop.Knowing(words => words with { LoyaltyProgramSettings = [new(5, "immediate", "unlimited", [], AllowSubledger: false)] });

        Assert.Equal("Subledger of the programme is not allowed, but must be the main one.", Failed("""["addLoyaltyPoints", "stars", "s", 10, "n"]""", MainOnly));
        Assert.Single(Run("""["addLoyaltyPoints", "stars", "", 10, "n"]""", MainOnly).Effects);
    }

    [Fact]
    public void Deducted_points_must_be_there_and_are_not_spent_twice()
    {
        const string Forty = """["deductLoyaltyPoints", "stars", "", 40, "n"]""";

        Assert.Equal(new DeductLoyaltyPointsProps("rule", 5, "", 40, "", "n"), Emitted(Forty, Points(40)));
        Assert.Equal("Points is 39, but must be at least 40: 1 more.", Failed(Forty, Points(39)));
        Assert.Equal([1], Points(79)(Shop.With(Do(Forty)).Campaign(2, Do(Forty)).Customer()).Evaluate().TriggeredCampaigns);
        var unknown = Run(Forty);
        Assert.Single(unknown.Effects);
        Assert.Equal([new LedgerKey(5, "")], unknown.Missing.Ledgers);
    }

    [Fact]
    public void Expiry_of_points_can_be_moved()
    {
        Assert.Equal(new ExtendLoyaltyPointsExpiryDateProps(5, "", "30D"), Emitted("""["extendLoyaltyPointsExpiry", "stars", "", "30D"]"""));
        Assert.Equal(new SetLoyaltyPointsExpiryDateProps(5, "", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)), Emitted("""["setLoyaltyPointsExpiry", "stars", "", "2027-01-01T00:00:00Z"]"""));
        Assert.Equal("Customer profile is none, but must be one.", Failed("""["extendLoyaltyPointsExpiry", "stars", "", "30D"]""", Anonymous));
        Assert.NotEmpty(Shop.With(Do("""["extendLoyaltyPointsExpiry", "stars", "", "soon"]""")).Problems());
    }

    [Fact]
    public void A_giveaway_is_announced_and_taken_when_the_session_closes()
    {
        const string Ticket = """["awardGiveaway", "tickets", "A ticket"]""";
        static Func<Shop, Shop> Left(long count) => shop => shop.Facts(facts => facts with { GiveawayPools = new Dictionary<long, GiveawayPoolFacts> { [6] = new(count) } });

        Assert.Equal(new WillAwardGiveawayProps(6, "tickets", "ada"), Emitted(Ticket, Left(1)));
        Assert.Equal(new AwardGiveawayProps(6, "tickets", "ada", 0, ""), Emitted(Ticket, shop => Left(1)(shop).Session(session => session with { Closing = true })));
        Assert.Equal("giveaway pool \"tickets\" is empty, but must be filled.", Failed(Ticket, Left(0)));
        Assert.Equal("Profile is not set, but must be set.", Failed(Ticket, shop => Anonymous(Left(1)(shop))));
        Assert.Single(Left(1)(Shop.With(Do(Ticket)).Campaign(2, Do(Ticket)).Customer()).Evaluate().TriggeredCampaigns);
        Assert.Equal([6], Run(Ticket).Missing.GiveawayPools);
    }

    [Fact]
    public void A_coupon_is_created_with_its_options_at_once()
    {
        const string Create = """["createCoupon", "Campaign 2", {"recipient": "bob", "pattern": "GIFT-####", "usageLimit": 3, "discountLimit": 25.50, "expiryDate": ["addDuration", ["now"], 1, "days"], "attributes": {"Percent": 5}}]""";

        var result = Run(Create, shop => shop.Limit("createCoupon", 1));

        Assert.Equal(new CouponCreatedProps("", "bob"), result.Effects[0].Props);
        var request = Assert.IsType<CreateCouponRequest>(result.Effects[0].Request);
        Assert.Equal((2, "bob", "GIFT-####", 3, 25.50m, Shop.Noon.AddDays(1)), (request.CampaignId, request.RecipientIntegrationId, request.Pattern, request.UsageLimit, request.DiscountLimit, request.ExpiryDate));
        Assert.Equal(Value.Of(5m), request.Attributes["Percent"]);
        Assert.Equal([new Charge(new LimitKey(LimitOwner.Campaign, 1, "1"), 1, 1, 0, true)], result.Charges);
        Assert.NotEmpty(Shop.With(Do("""["createCoupon", 2, {"attributes": {"Percent": "five"}}]""")).Problems());
        Assert.NotEmpty(Shop.With(Do("""["createCoupon", 2, {"attributes": {"Nope": 5}}]""")).Problems());
    }

    [Fact]
    public void A_referral_is_created_for_the_customer()
    {
        var result = Run("""["createReferral", 2, {"usageLimit": 1}]""");

        Assert.Equal(new ReferralCreatedProps(""), result.Effects[0].Props);
        Assert.Equal(new CreateReferralRequest(2, "ada").AdvocateIntegrationId, Assert.IsType<CreateReferralRequest>(result.Effects[0].Request).AdvocateIntegrationId);
        Assert.Equal("Profile is not set, but must be set.", Failed("""["createReferral", 2]""", Anonymous));
    }

    [Fact]
    public void A_reservation_is_made_once_within_its_limit()
    {
        const string Reserve = """["reserveCoupon", "WELCOME"]""";
        static Func<Shop, Shop> Coupon(ReservableCouponFacts coupon) => shop => shop.Facts(facts => facts with { ReservableCoupons = new Dictionary<string, ReservableCouponFacts> { ["WELCOME"] = coupon } });

        Assert.Equal(new ReserveCouponProps("WELCOME", "ada", true), Emitted(Reserve, Coupon(new() { CouponId = 3, ReservationLimit = 1 })));
        Assert.Equal(new ReserveCouponProps("WELCOME", "ada", false), Emitted(Reserve, Coupon(new() { CouponId = 3, ReservationLimit = 1, Reservations = 1, ReservedBy = new HashSet<string> { "ada" } })));
        Assert.Equal("Reservations of the coupon is at their limit, but must be below it.", Failed(Reserve, Coupon(new() { CouponId = 3, ReservationLimit = 1, Reservations = 1 })));
        Assert.Equal("Coupon to reserve is not found, but must be an existing one.", Failed(Reserve, Coupon(new())));
        Assert.Equal("Coupon to reserve is made for one recipient, but must be for anyone.", Failed(Reserve, Coupon(new() { CouponId = 3, HasRecipient = true })));
        Assert.Equal(["WELCOME"], Run(Reserve).Missing.ReservableCoupons);
        Assert.Equal([true, false], Shop.With(Do(Reserve), Do(Reserve)).Customer().Effects().Cast<ReserveCouponProps>().Select(props => props.IsNewReservation));
    }

    [Fact]
    public void Audiences_change_only_when_they_do()
    {
        static Shop Vip(Shop shop) => shop.Customer("ada", profile => profile with { Audiences = new HashSet<long> { 7 } });

        Assert.Equal(new AddToAudienceProps(7, "vip", "ada", 77), Emitted("""["addToAudience", "vip"]"""));
        Assert.Empty(Run("""["addToAudience", "vip"]""", Vip).Effects);
        Assert.Equal(new RemoveFromAudienceProps(7, "vip", "ada", 77), Emitted("""["removeFromAudience", 7]""", Vip));
        Assert.Empty(Run("""["removeFromAudience", 7]""").Effects);
        Assert.Equal("Profile is not set, but must be set.", Failed("""["addToAudience", "vip"]""", Anonymous));
    }

    [Fact]
    public void Achievement_progress_starts_grows_and_completes()
    {
        static Func<Shop, Shop> At(AchievementFacts facts) => shop => shop.Facts(all => all with { Achievements = new Dictionary<long, AchievementFacts> { [8] = facts } });
        const string Seven = """["increaseAchievementProgress", "collector", 7]""";
        var open = new AchievementFacts { Target = 10, Progress = 5, Started = true, ProgressTrackerId = 44 };

        Assert.Equal(
            [new StartAchievementProgressProps(8, "collector", 0, 10, Shop.Noon), new IncreaseAchievementProgressProps(8, "collector", 7, 7, 10, false)],
            Run(Seven, At(new() { Target = 10 })).Effects.Select(effect => effect.Props));
        Assert.Equal(new IncreaseAchievementProgressProps(8, "collector", 5, 10, 10, true, 44), Emitted(Seven, At(open)));
        Assert.Equal(
            [
                new IncreaseAchievementProgressProps(8, "collector", 5, 10, 10, true, 44),
                new StartAchievementProgressProps(8, "collector", 0, 10, Shop.Noon),
                new IncreaseAchievementProgressProps(8, "collector", 2, 2, 10, false),
            ],
            Run(Seven, At(open with { RecursOnCompletion = true })).Effects.Select(effect => effect.Props));
        Assert.Empty(Run(Seven, At(open with { Completed = true, Progress = 10 })).Effects);
        Assert.Empty(Run(Seven, At(open with { EndDate = Shop.Noon })).Effects);
        Assert.Equal("Progress is not positive, but must be above zero.", Failed("""["increaseAchievementProgress", "collector", 0]"""));
    }

    [Fact]
    public void A_completed_achievement_is_just_completed_for_later_rules()
    {
        var shop = Shop.With(Do("""["increaseAchievementProgress", "collector", 5]"""), When("""["achievementIs", "collector", "justCompleted"]""", """["setDiscount", "done", 5]"""))
            .Customer().Facts(facts => facts with { Achievements = new Dictionary<long, AchievementFacts> { [8] = new() { Target = 10, Progress = 5, Started = true } } });

        Assert.Contains(new SetDiscountProps("done", 5), shop.Effects());
    }

    [Fact]
    public void A_webhook_takes_its_parameters_along()
    {
        var effect = Assert.Single(Run("""["triggerWebhook", "hook", {"total": [".", "Session", "Total"]}]""").Effects);

        Assert.Equal(new TriggerWebhookProps(10, "hook"), effect.Props);
        Assert.Equal(Value.Of(123m), Assert.IsType<TriggerWebhookRequest>(effect.Request).Parameters["total"]);
        Assert.NotEmpty(Failed("""["triggerWebhook", "hook"]""", shop => shop.Limit("callApi", 0)));
    }

    [Fact]
    public void A_custom_effect_fills_its_payload()
    {
        Assert.Equal(
            new CustomProps(13, "badge", """{"text": "say \u0022hi\u0022", "level": 2.5}"""),
            Emitted("""["customEffect", "badge", {"text": "say \"hi\"", "level": 2.50}]"""));
        Assert.Equal(
            [new CustomProps(14, "sticker", """{"text": "rdbs-1111"}""", 0, 0), new CustomProps(14, "sticker", """{"text": "dtr-2222"}""", 1, 0)],
            Run("""["customEffect", "sticker", {"text": [".", "Item", "Sku"]}]""").Effects.Select(effect => effect.Props));
        Assert.NotEmpty(Shop.With(Do("""["customEffect", "badge", {"text": "a"}]""")).Problems());
        Assert.NotEmpty(Shop.With(Do("""["customEffect", "badge", {"text": "a", "level": 1, "more": 2}]""")).Problems());
        Assert.NotEmpty(Shop.With(Do("""["customEffect", "badge", {"text": [".", "Item", "Sku"], "level": 1}]""")).Problems());
    }

    [Fact]
    public void Costs_are_discounted_where_they_are()
    {
        static Shop Shipping(Shop shop) => shop.Session(session => session with { AdditionalCosts = new Dictionary<string, decimal> { ["shipping"] = 7.95m } });
        static CartItemFacts Wrapped(CartItemFacts item) => item with { AdditionalCosts = new Dictionary<string, decimal> { ["wrapping"] = 2 } };
        const string PerItem = """["setDiscountPerAdditionalCostPerItem", "wrapping", "w", [".", "Item", "AdditionalCosts", "wrapping"], [".", "Session", "CartItems"]]""";

        Assert.Equal(new SetDiscountPerAdditionalCostProps("s", 11, "shipping", 7.95m), Emitted("""["setDiscountPerAdditionalCost", "shipping", "s", [".", "Session", "AdditionalCosts", "shipping"]]""", Shipping));
        Assert.Equal("additional cost \"shipping\" of the session is not there, but must be there.", Failed("""["setDiscountPerAdditionalCost", "shipping", "s", 1]"""));
        Assert.Equal(
            [new SetDiscountPerAdditionalCostPerItemProps("w#0", 12, 2, 0, "wrapping", 0), new SetDiscountPerAdditionalCostPerItemProps("w#0", 12, 2, 0, "wrapping", 1)],
            Run(PerItem, shop => shop.Cart(Wrapped(Items.Blouse with { Quantity = 2 }))).Effects.Select(effect => effect.Props));
        Assert.NotEmpty(Failed(PerItem, shop => shop.Cart(Wrapped(Items.Blouse), Items.Trousers)));
        Assert.NotEmpty(Shop.With(Do("""["setDiscountPerAdditionalCost", "wrapping", "s", 1]""")).Problems());
    }

    [Theory]
    [InlineData("""["updateAttribute", "Session.Attributes.Score", 7]""", "Session.Attributes.Score", "7")]
    [InlineData("""["updateAttribute", "Session.Score", "set", 7]""", "Session.Attributes.Score", "7")]
    [InlineData("""["updateAttribute", "Session.Score", "increase", 0.5]""", "Session.Attributes.Score", "6")]
    [InlineData("""["updateAttribute", "Session.Score", "decrease", 0.5]""", "Session.Attributes.Score", "5")]
    [InlineData("""["updateAttribute", "Session.Score", "multiply", 2]""", "Session.Attributes.Score", "11")]
    [InlineData("""["updateAttribute", "Session.Score", "divide", 2]""", "Session.Attributes.Score", "2.75")]
    [InlineData("""["updateAttribute", "Session.Gifted", "toggle"]""", "Session.Attributes.Gifted", "false")]
    [InlineData("""["updateAttribute", "Session.Delivery", "later", 2]""", "Session.Attributes.Delivery", "2026-03-14T09:30:00Z")]
    [InlineData("""["updateAttribute", "Session.Delivery", "earlier", 1]""", "Session.Attributes.Delivery", "2026-03-11T09:30:00Z")]
    [InlineData("""["updateAttribute", "CustomerProfile.Points", 3]""", "Profile.Attributes.Points", "3")]
    public void An_attribute_is_set_or_changed(string effect, string path, string value)
    {
        var props = (UpdateAttributeProps)Emitted(effect, shop => shop.Session(session => session with
        {
            Attributes = new Dictionary<string, Value>
            {
                ["Score"] = Value.Of(5.5m), ["Gifted"] = Value.Of(true), ["Delivery"] = Value.Of(new DateTimeOffset(2026, 3, 12, 9, 30, 0, TimeSpan.Zero)),
            },
        }));

        Assert.Equal((path, value), (props.Path, ValueText.Of(props.Value)));
    }

    [Theory]
    [InlineData("""["updateAttribute", "Session.Total", 7]""")]
    [InlineData("""["updateAttribute", "Store.Name", "x"]""")]
    [InlineData("""["updateAttribute", "Session.Attributes.Score", "seven"]""")]
    [InlineData("""["updateAttribute", "Session.Score", "toggle"]""")]
    [InlineData("""["updateAttribute", "Session.ShippingCity", "increase", 1]""")]
    [InlineData("""["updateItemAttribute", "Nope", "set", 1, [".", "Session", "CartItems"]]""")]
    public void An_update_that_cannot_be_is_refused(string effect) => Assert.NotEmpty(Shop.With(Do(effect)).Problems());

    [Fact]
    public void Updates_fail_without_the_entity_or_the_value_they_change()
    {
        Assert.Equal("Profile is not set, but must be set.", Failed("""["updateAttribute", "Profile.Points", 1]""", Anonymous));
        Assert.Equal("Session.Attributes.Score is not set, but must be set.", Failed("""["updateAttribute", "Session.Score", "increase", 1]"""));
    }

    [Fact]
    public void Item_attributes_are_updated_once_for_each_line()
    {
        var result = Run("""["updateItemAttribute", "Colour", "set", [".", "Item", "Category"], [".", "Session", "CartItems"]]""", shop => shop.Cart(Items.Blouse with { Quantity = 2 }, Items.Trousers));

        Assert.Equal(
            [new UpdateAttributeProps("Session.CartItems[0].Attributes.Colour", Value.Of("Shirts")), new UpdateAttributeProps("Session.CartItems[1].Attributes.Colour", Value.Of("Trousers"))],
            result.Effects.Select(effect => effect.Props));
        Assert.Equal(new UpdateAttributeRequest(AttributeTarget.CartItem, "Colour", 1), result.Effects[1].Request);
    }

    [Fact]
    public void Failure_effects_run_when_the_condition_fails_and_only_then()
    {
        const string Hint = """["onFailure", ["showNotification", "Info", "Nearly", "Spend more"], ["customEffect", "badge", {"text": "t", "level": 1}]]""";
        static Shop Rule(decimal total) => Shop.With(When("""[">=", [".", "Session", "Total"], 100]""", """["setDiscount", "d", 5]""", Hint)).Cart(Items.Of("a", total));

        Assert.Equal(["showNotification", "customEffect"], Rule(99).Effects().Select(effect => effect.EffectType));
        Assert.Equal(["setDiscount"], Rule(100).Effects().Select(effect => effect.EffectType));
        Assert.Empty(Rule(100).Limit("setDiscount", 1).Effects());
    }
}
