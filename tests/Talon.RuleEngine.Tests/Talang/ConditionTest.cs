using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

/// <summary>Conditions and selections beyond the open language, each with passing, failing and edge cases.</summary>
public sealed class ConditionTest
{
    [Theory]
    [InlineData("""["in", "a", ["list", "a", "b"]]""", "true")]
    [InlineData("""["in", [".", "Session", "ShippingCity"], ["list", "Paris", "Berlin"]]""", "true")]
    [InlineData("""["in", [".", "Session", "ShippingCity"], ["list", "Paris"]]""", "false")]
    [InlineData("""["in", 1, ["list", 2, 1.0]]""", "true")]
    [InlineData("""["in", "x", ["list"]]""", "false")]
    [InlineData("""["inCollection", "rdbs-1111", "sale"]""", "true")]
    [InlineData("""["inCollection", "RDBS-1111", 15]""", "false")]
    [InlineData("""["containsAll", [".", "Session", "Tags"], ["list", "red"]]""", "true")]
    [InlineData("""["containsAll", [".", "Session", "Tags"], ["list", "red", "old"]]""", "false")]
    [InlineData("""["containsAll", ["list"], ["list"]]""", "true")]
    [InlineData("""["containsAny", [".", "Session", "Tags"], ["list", "old", "new"]]""", "true")]
    [InlineData("""["containsAny", [".", "Session", "Tags"], ["list"]]""", "false")]
    [InlineData("""["containsNone", [".", "Session", "Tags"], ["list", "old"]]""", "true")]
    [InlineData("""["containsNone", [".", "Session", "Tags"], ["list", "red"]]""", "false")]
    [InlineData("""["containsExactly", [".", "Session", "Tags"], ["list", "red", "new"]]""", "true")]
    [InlineData("""["containsExactly", [".", "Session", "Tags"], ["list", "red"]]""", "false")]
    [InlineData("""["mapValue", "margins", "dtr-2222"]""", "0.25")]
    [InlineData("""["mapValue", "margins", "nope"]""", "! Key is not in the value map, but must be one of its keys.")]
    [InlineData("""["within", ["now"], "2026-03-10T12:00:00Z", "2026-03-10T13:00:00Z"]""", "true")]
    [InlineData("""["within", ["now"], "2026-03-10T11:00:00Z", "2026-03-10T12:00:00Z"]""", "false")]
    [InlineData("""["within", ["now"], "2026-03-10T11:00:00Z", "2026-03-10T12:00:00Z", {"endInclusive": true}]""", "true")]
    [InlineData("""["within", ["now"], "2026-03-10T12:00:00Z", "2026-03-10T13:00:00Z", {"startInclusive": false}]""", "false")]
    [InlineData("""["within", ["now"], "2026-03-10T11:30:00-05:00", "2026-03-10T12:30:00-05:00"]""", "false")]
    [InlineData("""["within", ["now"], "2026-03-10T11:30:00-05:00", "2026-03-10T12:30:00-05:00", {"timezoneInsensitive": true}]""", "true")]
    [InlineData("""["anniversary", "1990-03-10T00:00:00Z"]""", "true")]
    [InlineData("""["anniversary", "1990-03-11T00:00:00Z"]""", "false")]
    [InlineData("""["withinRadius", [".", "Session", "Place"], ["location", 52.4, 13.07], 30]""", "true")]
    [InlineData("""["withinRadius", [".", "Session", "Place"], ["location", 52.4, 13.07], 20]""", "false")]
    [InlineData("""["withinRadius", ["location", 90, 0], ["location", 90, 180], 0.001]""", "true")]
    [InlineData("""["withinRadius", ["location", 91, 0], ["location", 0, 0], 1]""", "! A latitude lies outside -90 to 90, or a longitude outside -180 to 180.")]
    [InlineData("""["do", 5, [["x"], ["+", [".", "x"], 1]]]""", "6")]
    [InlineData("""["do", 5, "x", ["+", [".", "x"], 1]]""", "6")]
    [InlineData("""[".", ["kv", ["a", 1], ["b", "two"]], "b"]""", "two")]
    [InlineData("""[".", ["kv", {"a": 1}], "a"]""", "1")]
    [InlineData("""[".", ["kv", {"a": 1}], "c"]""", "! c is not set, but must be set.")]
    [InlineData("""["storeIs", "berlin-1"]""", "false")]
    [InlineData("""["eventTypeIs", "viewed"]""", "false")]
    [InlineData("""["budgetAvailable", "setDiscount"]""", "true")]
    [InlineData("""["budgetEnoughFor", "setDiscount", 1000000]""", "true")]
    [InlineData("""["profileInAudience", "vip"]""", "false")]
    [InlineData("""["count", ["bundles", ["take", [".", "Session", "CartItems"], 2]]]""", "1")]
    public void Expressions_have_these_values(string expression, string value) => Assert.Equal(value, Talang.Eval(expression));

    [Fact]
    public void Audiences_are_those_of_the_customer_or_of_the_advocate()
    {
        static Shop Vip(Shop shop) => shop.Customer("ada", profile => profile with { Audiences = new HashSet<long> { 7 }, JoinedAudiences = new HashSet<long> { 7 }, LeftAudiences = new HashSet<long> { 7 } });
        static Shop VipAdvocate(Shop shop) => shop.Referral("friend", referral => referral with { Advocate = referral.Advocate! with { Audiences = new HashSet<long> { 7 } } });

        Assert.Equal("true", Talang.Eval("""["profileInAudience", 7]""", Vip));
        Assert.Equal("true", Talang.Eval("""["profileJoinedAudience", "vip"]""", Vip));
        Assert.Equal("true", Talang.Eval("""["profileLeftAudience", "vip"]""", Vip));
        Assert.Equal("false", Talang.Eval("""["profileInAudience", "vip", {"profile": "Advocate"}]""", Vip));
        Assert.Equal("true", Talang.Eval("""["profileInAudience", "vip", {"profile": "Advocate"}]""", VipAdvocate));
        Assert.Equal("Customer must be in the audience \"vip\".", Talang.Why("""["profileInAudience", "vip"]""")!.Details);
    }

    [Fact]
    public void Points_and_tiers_come_from_ledgers()
    {
        static Shop Rich(Shop shop) => shop.Facts(facts => facts with
        {
            Ledgers = new Dictionary<LedgerKey, LedgerFacts>
            {
                [new(5, "")] = new() { Current = 120, Pending = 30, Tier = "Gold" },
                [new(5, "miles")] = new() { Current = 7, Negative = 2 },
            },
        });

        Assert.Equal("120", Talang.Eval("""["loyaltyBalance", "stars", ""]""", Rich));
        Assert.Equal("30", Talang.Eval("""["loyaltyBalance", "stars", "", "pending"]""", Rich));
        Assert.Equal("2", Talang.Eval("""["loyaltyBalance", 5, "miles", "negative"]""", Rich));
        Assert.Equal("7", Talang.Eval("""[".", "Loyalty", "stars", "miles", "CurrentBalance"]""", Rich));
        Assert.Equal("120", Talang.Eval("""[".", "Loyalty", "stars", "TentativeCurrentBalance"]""", Rich));
        Assert.Equal("Gold", Talang.Eval("""["loyaltyTier", "stars", ""]""", Rich));
        Assert.Equal("", Talang.Eval("""[".", "Loyalty", "stars", "miles", "CurrentTier"]""", Rich));
        Assert.Equal("loyaltyBalance(\"stars\", \"\") is 120, but must be at least 200: 80 more.", Talang.Why("""[">=", ["loyaltyBalance", "stars", ""], 200]""", Rich)!.Details);
    }

    [Fact]
    public void A_ledger_that_is_not_known_reads_as_empty_and_is_reported()
    {
        var result = Talang.Shop(When("""[">=", ["loyaltyBalance", "stars", "x"], 0]""")).Evaluate();

        Assert.Equal([new LedgerKey(5, "x")], result.Missing.Ledgers);
        Assert.Equal([1], result.TriggeredCampaigns);
    }

    [Fact]
    public void Achievements_have_states_and_progress()
    {
        static Func<Shop, Shop> At(decimal progress, bool completed = false) => shop => shop.Facts(facts => facts with
        {
            Achievements = new Dictionary<long, AchievementFacts> { [8] = new() { Target = 10, Progress = progress, Started = progress > 0, Completed = completed } },
        });

        Assert.Equal("false", Talang.Eval("""["achievementIs", "collector", "started"]""", At(0)));
        Assert.Equal("true", Talang.Eval("""["achievementIs", "collector", "inProgress"]""", At(4)));
        Assert.Equal("true", Talang.Eval("""["achievementIs", "collector", "completed"]""", At(10, true)));
        Assert.Equal("false", Talang.Eval("""["achievementIs", "collector", "justCompleted"]""", At(10, true)));
        Assert.Equal("4", Talang.Eval("""["achievementProgress", 8]""", At(4)));
        Assert.Equal("inprogress", Talang.Eval("""[".", "Achievements", "collector", "Status"]""", At(4)));
        Assert.Equal("achievement \"collector\" is at 4 of 10, but must be completed.", Talang.Why("""["achievementIs", "collector", "completed"]""", At(4))!.Details);
        Assert.Equal([8], Talang.Shop(When("""["achievementIs", "collector", "started"]""")).Evaluate().Missing.Achievements);
    }

    [Fact]
    public void Stores_and_events_are_those_of_the_request()
    {
        static Shop Here(Shop shop) => shop.Facts(facts => facts with
        {
            Store = new StoreFacts(9, "berlin-1", "Berlin", new Dictionary<string, Value>()),
            Event = new EventFacts("viewed", new Dictionary<string, Value> { ["Page"] = RuleEngine.Value.Of("/home") }),
        });

        Assert.Equal("true", Talang.Eval("""["storeIs", "berlin-1"]""", Here));
        Assert.Equal("true", Talang.Eval("""["eventTypeIs", "viewed"]""", Here));
        Assert.Equal("false", Talang.Eval("""["eventTypeIs", "talon_session_closed"]""", Here));
        Assert.Equal("/home", Talang.Eval("""[".", "Event", "Page"]""", Here));
        Assert.Equal("/home", Talang.Eval("""[".", "Event", "Attributes", "Page"]""", Here));
        Assert.Equal("Berlin", Talang.Eval("""[".", "Store", "Name"]""", Here));
        Assert.Equal("Store is none, but must be \"berlin-1\".", Talang.Why("""["storeIs", "berlin-1"]""")!.Details);
    }

    [Fact]
    public void Budget_conditions_look_at_what_is_left()
    {
        static Shop Limited(Shop shop) => shop.Limit("setDiscount", 100).Used(new LimitKey(LimitOwner.Campaign, 1, "1"), 100);

        Assert.Equal("false", Talang.Eval("""["budgetAvailable", "setDiscount"]""", Limited));
        Assert.Equal("false", Talang.Eval("""["budgetEnoughFor", "setDiscount", 0.01]""", Limited));
        Assert.Equal("true", Talang.Eval("""["budgetEnoughFor", "setDiscount", 0]""", Limited));
        Assert.Equal("true", Talang.Eval("""["budgetAvailable", "redeemCoupon"]""", Limited));
    }

    [Fact]
    public void Budget_conditions_say_what_is_left()
    {
        static Func<Shop, Shop> Used(decimal used) => shop => shop.Limit("setDiscount", 100).Used(new LimitKey(LimitOwner.Campaign, 1, "1"), used);

        Assert.Equal(
            "Budget for setDiscount is 0 of 100 left, but must be more than 0.",
            Talang.Why("""["budgetAvailable", "setDiscount"]""", Used(100))!.Details);
        Assert.Equal(
            "Budget for setDiscount is 15 of 100 left, but must be at least 20: 5 more.",
            Talang.Why("""["budgetEnoughFor", "setDiscount", 20]""", Used(85))!.Details);
    }

    [Fact]
    public void Bindings_and_variables_and_templates_name_values()
    {
        var shop = Talang
            .Shop(Do(
                """["setTemplate", "percent(Decimal, Decimal)Decimal", ["/", ["*", ["#", 0], ["#", 1]], 100]]""",
                """["set", "base", ["!", "percent", [".", "Session", "Total"], [".", "rate"]]]""",
                """["setDiscount", "d", [".", "base"]]""").Bind("""[{"name": "rate", "expression": ["identity", [".", "ten"]]}]"""))
            .Bindings("""[{"name": "ten", "expression": ["identity", 10]}, {"name": "unused", "expression": ["/", 1, 0]}]""");

        Assert.Equal([new SetDiscountProps("d", 19.7m)], shop.Effects());
    }

    [Theory]
    [InlineData("""["!", "nope"]""")]
    [InlineData("""["#", 0]""")]
    [InlineData("""["inCollection", "a", "nope"]""")]
    [InlineData("""["profileInAudience", "nope"]""")]
    [InlineData("""["eventTypeIs", "nope"]""")]
    [InlineData("""["storeIs", "nope"]""")]
    [InlineData("""["achievementIs", "collector", "nope"]""")]
    [InlineData("""["budgetAvailable", "nope"]""")]
    [InlineData("""["within", ["now"], ["now"], ["now"], {"nope": true}]""")]
    [InlineData("""["within", ["now"], ["now"], ["now"], {"endInclusive": [">", 1, 2]}]""")]
    [InlineData("""[">", ["loyaltyBalance", "nope", ""], 1]""")]
    [InlineData("""[">", [".", "Loyalty", "stars", "Nope"], 1]""")]
    [InlineData("""[">", [".", "Achievements", "nope", "Progress"], 1]""")]
    [InlineData("""["=", [".", ["kv", 5], "a"], 1]""")]
    [InlineData("""[">", [".", "Session", "AdditionalCosts", "nope"], 1]""")]
    public void What_does_not_exist_is_refused(string condition) => Assert.NotEmpty(Shop.With(When(condition)).Problems());

    [Fact]
    public void A_template_that_calls_itself_is_refused()
    {
        var problem = Assert.Single(Shop.With(Do("""["setTemplate", "loop", ["!", "loop"]]""", """["setDiscount", "d", ["!", "loop"]]""")).Problems());

        Assert.Equal("The template \"loop\" calls itself.", problem.Message);
    }

    [Fact]
    public void Templates_that_grow_without_bound_are_refused()
    {
        var effects = Enumerable.Range(1, 40).Select(i => $"""["setTemplate", "t{i}", ["+", ["!", "t{i - 1}"], ["!", "t{i - 1}"]]]""").Prepend("""["setTemplate", "t0", ["identity", 1]]""").Append("""["setDiscount", "d", ["!", "t40"]]""");

        Assert.NotEmpty(Shop.With(Do([.. effects])).Problems());
    }
}
