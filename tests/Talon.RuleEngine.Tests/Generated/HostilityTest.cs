using System.Text.Json;

namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Invariant 11: no campaign can make an evaluation fail, whatever its ruleset says and whatever the facts are.</summary>
public sealed class HostilityTest
{
    private static readonly CampaignDefinition Sound = new() { Id = 99, Name = "sound", Ruleset = new(99, RuleJson.ToArray(RuleJson.Do("""["setDiscount", "sound", 1]"""))) };

    [Fact]
    public void Whatever_a_ruleset_says_it_is_refused_or_leaves_the_others_alone()
    {
        var evaluated = 0;
        Seeds.Check(seed =>
        {
            var (problem, campaigns) = Survives(seed);
            evaluated += campaigns;
            return problem;
        });

        Assert.True(evaluated > Seeds.Cases / 4, $"Only {evaluated} hostile campaigns were worth evaluating.");
    }

    private static (string? Problem, int Campaigns) Survives(int seed)
    {
        var hostile = new HostileGenerator(new Dice(seed));
        var shop = hostile.Shop();
        var campaigns = new[] { hostile.Campaign(1), hostile.Campaign(2) }
            .Select(campaign => CampaignCompiler.Compile(campaign, shop.Vocabulary, shop.Settings))
            .Where(result => result.Problems.Count > 0 == (result.Campaign is null) ? true : throw new InvalidOperationException("A campaign is compiled or has problems."))
            .Select(result => result.Campaign).OfType<CompiledCampaign>().ToList();
        var sound = CampaignCompiler.Compile(Sound, shop.Vocabulary, shop.Settings).Campaign!;
        var snapshot = EngineSnapshot.Create(shop.Settings, [], [.. campaigns, sound]);
        foreach (var options in (EvaluationOptions[])[EvaluationOptions.Default, new() { ExplainFailures = true, Eligibility = true }])
        {
            var result = Evaluator.Evaluate(snapshot, hostile.Facts(), options);
            if (!result.TriggeredCampaigns.Contains(99))
                return ("The sound campaign did not apply.", campaigns.Count);
        }

        return (null, campaigns.Count);
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)*b")]
    [InlineData("(.*)*(.*)*(.*)*x")]
    [InlineData("((((a{1,20}){1,20}){1,20}){1,20})")]
    [InlineData("(?<!a)b")]
    [InlineData("[")]
    [InlineData("\\")]
    public void A_pattern_that_explodes_is_refused_or_runs_in_linear_time(string pattern)
    {
        var condition = $"""["~", [".", "Session", "ShippingCity"], {JsonSerializer.Serialize(pattern)}]""";
        var shop = Shop.With(RuleJson.When(condition), RuleJson.Do("""["setDiscount", "sound", 1]"""))
            .Session(session => session with { Attributes = new Dictionary<string, Value> { ["ShippingCity"] = Value.Of(new string('a', 5_000) + "!") } });

        if (shop.Problems().Count == 0)
            Assert.Contains(shop.Effects(), props => props is SetDiscountProps { Name: "sound" });
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""["not", """, 5_000)) + "true" + new string(']', 5_000);
        var rules = Json.Parse($$"""[{"title": "deep", "condition": {{deep}}, "effects": []}]""", maxDepth: 20_000);

        Assert.NotEmpty(CampaignCompiler.Compile(new() { Id = 1, Name = "deep", Ruleset = new(1, rules) }, Words.All, new() { Id = 1 }).Problems);
    }

    [Fact]
    public void A_text_that_doubles_without_end_is_stopped()
    {
        const string Double = """["setTemplate", "t0", ["#", 0]]""";
        var templates = Enumerable.Range(1, 40).Select(i => $$"""["setTemplate", "t{{i}}", ["concat", ["!", "t{{i - 1}}", ["#", 0]], ["!", "t{{i - 1}}", ["#", 0]]]]""");
        var shop = Shop.With(RuleJson.Do([Double, .. templates, """["showNotification", "Info", "t", ["!", "t40", "x"]]"""]));

        Assert.NotEmpty(shop.Problems());
    }

    [Fact]
    public void A_list_of_long_texts_does_not_fill_the_memory()
    {
        var long_ = new string('x', 90_000);
        var shop = Shop.With(RuleJson.Do($"""["showNotification", "Info", "t", ["join", ["map", [".", "Session", "CartItems"], [["Item"], "{long_}"]], ""]]"""), RuleJson.Do("""["setDiscount", "sound", 1]"""))
            .Cart(Items.Of("a", 1, 50_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(["error", "setDiscount"], shop.Effects().Select(props => props.EffectType));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }
}
