using Talon.RuleEngine.Evaluation;
using Talon.RuleEngine.Indexing;
using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class IndexTest
{
    private const string Cart = """[".", "Session", "CartItems"]""";
    private const string City = """[".", "Session", "ShippingCity"]""";
    private const string Category = """[".", "Item", "Category"]""";
    private const string Total = """[".", "Session", "Total"]""";

    /// <summary>Conditions of every shape that the index reads, and some that it must not.</summary>
    private static readonly string[] Conditions =
    [
        $"""["=", {City}, "Berlin"]""",
        $"""["=", "Paris", {City}]""",
        $"""["and", ["=", {City}, "Berlin"], [">=", {Total}, 100]]""",
        $"""["or", ["=", {City}, "Berlin"], [">=", {Total}, 100]]""",
        $"""["or", ["=", {City}, "Berlin"], ["not", ["=", {City}, "Rome"]]]""",
        $"""["in", {City}, ["list", "Paris", "Rome"]]""",
        $"""["not", ["=", {City}, "Berlin"]]""",
        $"""["!=", {City}, "Berlin"]""",
        $"""[">=", {Total}, 100]""",
        $"""[">", {Total}, 123]""",
        $"""["<=", 50, {Total}]""",
        $"""["<", {Total}, 100]""",
        $"""["exists", {Cart}, [["Item"], ["=", {Category}, "Shirts"]]]""",
        $"""["exists", {Cart}, [["Item"], ["catch", false, ["in", {Category}, ["list", "Hats", "Trousers"]]]]]""",
        $"""["exists", {Cart}, [["Item"], ["and", [">", [".", "Item", "Price"], 60], ["=", {Category}, "Shirts"]]]]""",
        $"""["exists", {Cart}, [["Item"], ["=", {City}, "Berlin"]]]""",
        $"""["every", {Cart}, [["Item"], ["=", {Category}, "Shirts"]]]""",
        $"""["not", ["isEmpty", ["filter", {Cart}, [["Item"], ["=", {Category}, "Hats"]]]]]""",
        $"""["isEmpty", ["filter", {Cart}, [["Item"], ["=", {Category}, "Hats"]]]]""",
        $"""[">=", ["count", ["filter", {Cart}, [["Item"], ["=", {Category}, "Shirts"]]]], 2]""",
        $"""[">=", ["count", ["filter", {Cart}, [["Item"], ["=", {Category}, "Hats"]]]], 0]""",
        """[">", ["count", [".", "shirts"]], 0]""",
        $"""["exists", ["sort", [".", "shirts"], [["Item"], [".", "Item", "Price"]]], [["Item"], [">", [".", "Item", "Price"], 10]]]""",
        """["couponValid"]""",
        """["or", ["couponValid"], [".", "isBerlin"]]""",
        """["eventTypeIs", "viewed"]""",
        """["storeIs", "berlin-1"]""",
        $"""["and", [">", ["/", 1, ["-", {Total}, 49]], 0], ["=", {City}, "Nowhere"]]""",
        $"""["or", ["=", {City}, "Nowhere"], [">", ["/", 1, ["-", {Total}, 49]], 0]]""",
        $"""["=", [".", "Profile", "Name"], "Ada"]""",
    ];

    private const string Bindings = """
        [
          {"name": "shirts", "expression": ["filter", [".", "Session", "CartItems"], [["Item"], ["=", [".", "Item", "Category"], "Shirts"]]]},
          {"name": "isBerlin", "expression": ["=", [".", "Session", "ShippingCity"], "Berlin"]}
        ]
        """;

    public static TheoryData<int> Worlds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void The_index_passes_over_nothing_that_would_do_something(int seed)
    {
        var random = new Random(seed);
        var shop = World(random);
        var snapshot = shop.Snapshot();
        var facts = shop.CurrentFacts;

        var fast = new EvaluationRun(snapshot, facts, EvaluationOptions.Default, explains: false).Run();
        var full = new EvaluationRun(snapshot, facts, EvaluationOptions.Default, explains: true).Run();

        Assert.Equal(full.Effects, fast.Effects);
        Assert.Equal(full.TriggeredCampaigns, fast.TriggeredCampaigns);
        Assert.Equal(full.Charges, fast.Charges);
    }

    [Fact]
    public void Only_campaigns_that_can_match_are_candidates()
    {
        var shop = new Shop();
        for (var id = 1; id <= 200; id++)
            shop.Campaign(id, When($"""["exists", {Cart}, [["Item"], ["=", {Category}, "category {id}"]]]"""), When($"""["=", {City}, "city {id}"]"""), When($"""["and", ["couponValid"], [">", {Total}, 1]]"""));
        shop.Cart(Items.Of("a", 5, 1, "category 7"), Items.Of("b", 5, 1, "category 90")).Session(session => session with { Attributes = new Dictionary<string, Value> { ["ShippingCity"] = Value.Of("city 11") } }).Coupon("c", campaign: 150);

        Assert.Equal([7, 11, 90, 150], Candidates(shop));
    }

    [Fact]
    public void Thresholds_schedules_and_stores_narrow_the_candidates()
    {
        var shop = new Shop();
        for (var id = 1; id <= 100; id++)
            shop.Campaign(id, When($"""[">=", {Total}, {id * 10}]"""));
        shop.Campaign(101, campaign => campaign with { StartTime = Shop.Noon.AddHours(1) }, Do())
            .Campaign(102, campaign => campaign with { EndTime = Shop.Noon }, Do())
            .Campaign(103, campaign => campaign with { Enabled = false }, Do())
            .Campaign(104, campaign => campaign with { LinkedStoreIds = [9] }, Do())
            .Campaign(105, Do()).Cart(Items.Of("a", 30));

        Assert.Equal([1, 2, 3, 105], Candidates(shop));
        Assert.Equal([1, 2, 3, 101, 105], Candidates(shop.Facts(facts => facts with { Now = Shop.Noon.AddHours(2) })));
        Assert.Equal([1, 2, 3, 102, 104, 105], Candidates(shop.Facts(facts => facts with { Now = Shop.Noon.AddHours(-1), Store = new StoreFacts(9, "s", "S", new Dictionary<string, Value>()) })));
    }

    [Fact]
    public void A_rule_with_failure_effects_is_always_looked_at()
    {
        var shop = new Shop().Campaign(1, When($"""["=", {City}, "x"]""", """["onFailure", ["showNotification", "Info", "t", "b"]]"""));

        Assert.Equal([1], Candidates(shop));
    }

    [Theory]
    [InlineData("""["and", [">", ["/", 1, ["-", [".", "Session", "Total"], 49]], 0], ["=", [".", "Session", "ShippingCity"], "Nowhere"]]""")]
    [InlineData("""["or", ["=", [".", "Session", "ShippingCity"], "Nowhere"], ["and", [">", ["/", 1, ["-", [".", "Session", "Total"], 49]], 0], ["couponValid"]]]""")]
    public void A_rule_that_would_report_an_error_is_not_passed_over(string condition)
    {
        var city = new Dictionary<string, Value> { ["ShippingCity"] = Value.Of("Berlin") };

        Assert.IsType<ErrorProps>(Assert.Single(Shop.With(When(condition)).Cart(Items.Blouse).Session(session => session with { Attributes = city }).Effects()));
    }

    [Fact]
    public void Campaigns_that_cannot_match_cost_next_to_nothing()
    {
        static long Allocated(int campaigns)
        {
            var shop = new Shop().Cart(Items.Blouse, Items.Trousers);
            for (var id = 1; id <= campaigns; id++)
                shop.Campaign(id, When($"""["exists", {Cart}, [["Item"], ["=", {Category}, "category {id}"]]]""", """["setDiscount", "d", 1]"""));
            var snapshot = shop.Snapshot();
            for (var i = 0; i < 100; i++)
                Evaluator.Evaluate(snapshot, shop.CurrentFacts, EvaluationOptions.Default);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                Evaluator.Evaluate(snapshot, shop.CurrentFacts, EvaluationOptions.Default);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        }

        var (none, many) = (Allocated(0), Allocated(500));

        Assert.True(none < 5_000, $"An evaluation of nothing allocates {none} bytes.");
        Assert.True(many - none < 500, $"500 campaigns that cannot match allocate {many - none} bytes more than none.");
    }

    private static List<long> Candidates(Shop shop)
    {
        var snapshot = shop.Snapshot();
        return [.. new EvaluationRun(snapshot, shop.CurrentFacts, EvaluationOptions.Default, explains: false).CandidateIds.Order()];
    }

    private static Shop World(Random random)
    {
        var shop = new Shop().Setting(settings => settings with { CascadingDiscounts = random.Next(2) == 0 })
            .Group(5, (EvaluationMode)random.Next(4), (EvaluationScope)random.Next(2)).Group(6, (EvaluationMode)random.Next(4), parent: random.Next(2) == 0 ? 5 : null);
        for (var id = 1; id <= 25; id++)
        {
            long? group = random.Next(3) switch { 0 => null, 1 => 5, _ => 6 };
            var rules = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Rule(random)).ToArray();
            shop.Campaign(id, campaign => campaign with { EvaluationGroupId = group, LinkedStoreIds = random.Next(8) == 0 ? [9] : [] }, rules).Bindings(Bindings);
            if (random.Next(5) == 0)
                shop.Limit("setDiscount", random.Next(5, 30));
        }

        shop.Cart([.. Enumerable.Range(0, random.Next(0, 4)).Select(i => Items.Of($"sku-{i}", random.Next(5, 80), random.Next(1, 4), random.Next(4) switch { 0 => "Shirts", 1 => "Trousers", 2 => "Hats", _ => null }))]);
        if (random.Next(3) > 0)
            shop.Session(session => session with { Attributes = new Dictionary<string, Value> { ["ShippingCity"] = Value.Of(random.Next(2) == 0 ? "Berlin" : "Paris") } });
        if (random.Next(2) == 0)
            shop.Coupon("c", campaign: random.Next(1, 26));
        if (random.Next(2) == 0)
            shop.Facts(facts => facts with { Store = new StoreFacts(9, "berlin-1", "B", new Dictionary<string, Value>()), Event = new EventFacts("viewed", new Dictionary<string, Value>()) });
        return shop;
    }

    private static RuleJson Rule(Random random)
    {
        string[] effects =
        [
            $"""["setDiscount", "d", {random.Next(1, 20)}]""",
            $"""["setDiscountPerItem", "i", {random.Next(1, 5)}, {Cart}]""",
            """["onFailure", ["showNotification", "Info", "t", "b"]]""",
        ];
        return When(Conditions[random.Next(Conditions.Length)], effects[random.Next(effects.Length)]);
    }
}
