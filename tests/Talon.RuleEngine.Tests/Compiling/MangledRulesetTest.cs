using System.Text.Json.Nodes;
using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

/// <summary>Rulesets made of the examples of all functions, and mangled: none may throw, neither compiled nor evaluated.</summary>
public sealed class MangledRulesetTest
{
    private static readonly string[] Examples = [.. FunctionRegistry.All.Select(function => function.Example)];

    private static readonly string[] Pieces =
    [
        "0", "-1", "1e28", "1e-28", "1e400", "0.5", "\"\"", "\"Item\"", "\"x\"", "\"Session\"", "\"2026-01-01\"", "\"set\"", "true", "false", "null", "[]", "{}", "[[]]", "[[\"Item\"], true]",
        "[\"and\"]", "[\"noop\"]", "[\"list\"]", "[\".\", \"Session\", \"CartItems\"]", "[\".\", \"Item\", \"Price\"]", "[\".\", \"Profile\", \"Name\"]", "{\"max\": 2}", "{\"partial\": true}", "\"\\ud800\"",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_mangled_ruleset_is_refused_or_evaluated_and_never_throws(int seed)
    {
        var random = new Random(seed);
        var compiled = 0;
        for (var i = 0; i < 600; i++)
        {
            var rules = Mangle(random);
            var campaign = new CampaignDefinition { Id = 1, Name = "mangled", Ruleset = new RulesetDefinition(1, Json.Parse(rules)), Limits = [new(1, "setDiscount", 20, null, [])] };
            var result = CampaignCompiler.Compile(campaign, Words.All, new ApplicationSettings { Id = 1, PartialDiscounts = seed % 2 == 0 });
            Assert.Equal(result.Campaign is null, result.Problems.Count > 0);
            Assert.All(result.Problems, problem => Assert.StartsWith("/rules", problem.Pointer, StringComparison.Ordinal));
            if (result.Campaign is null)
                continue;

            compiled++;
            var snapshot = EngineSnapshot.Create(new ApplicationSettings { Id = 1 }, [], [result.Campaign]);
            foreach (var facts in new[] { Empty, Full })
            {
                var evaluated = Evaluator.Evaluate(snapshot, facts, new EvaluationOptions { ExplainFailures = true, Eligibility = true });
                Assert.All(evaluated.Failures, failure => Assert.NotEmpty(failure.Details));
                Assert.Single(evaluated.Eligibility);
                Assert.All(evaluated.Effects.Select(effect => effect.Props).OfType<ErrorProps>(), error => Assert.False(error.Message.StartsWith("The rule cannot", StringComparison.Ordinal), $"{error.Message}\n{rules}"));
            }
        }

        Assert.True(compiled > 20, "Hardly anything compiles any more: the mangling is too strong to test evaluation.");
    }

    private static readonly EvaluationFacts Empty = new() { Now = Shop.Noon };

    private static readonly EvaluationFacts Full = Talang.Shop().Coupon("c").Referral("r").CurrentFacts;

    private static string Mangle(Random random)
    {
        var condition = random.Next(2) == 0 ? Always : $"""["exists", [".", "Session", "CartItems"], [["Item"], ["or", ["=", {Pick(random)}, 1], ["empty", {Pick(random)}], true]]]""";
        var rule = JsonNode.Parse(When(condition, Effect(random), Effect(random)).ToString())!;
        for (var cuts = random.Next(0, 3); cuts > 0; cuts--)
            Cut(random, rule);
        return new JsonArray(rule).ToJsonString();
    }

    private static string Effect(Random random)
    {
        var example = Pick(random);
        return FunctionRegistry.All.Any(function => function.Example == example && function.Group == FunctionGroup.Effect)
            ? example
            : $"""["set", "used", ["map", [".", "Session", "CartItems"], [["Item"], {example}]]]""";
    }

    private static string Pick(Random random) => Examples[random.Next(Examples.Length)];

    /// <summary>Replaces, removes or repeats one node somewhere below.</summary>
    private static void Cut(Random random, JsonNode node)
    {
        var arrays = new List<JsonArray>();
        Collect(node, arrays);
        var array = arrays[random.Next(arrays.Count)];
        if (array.Count == 0)
            return;
        var at = random.Next(array.Count);
        switch (random.Next(4))
        {
            case 0:
                array.RemoveAt(at);
                break;
            case 1:
                array.Insert(at, array[at]?.DeepClone());
                break;
            default:
                array[at] = Piece(random);
                break;
        }
    }

    private static JsonNode? Piece(Random random)
    {
        var piece = random.Next(4) == 0 ? Pick(random) : Pieces[random.Next(Pieces.Length)];
        return piece.Contains("ud800", StringComparison.Ordinal) ? "lone" : JsonNode.Parse(piece);
    }

    private static void Collect(JsonNode? node, List<JsonArray> arrays)
    {
        if (node is JsonObject map)
            foreach (var (_, value) in map)
                Collect(value, arrays);
        if (node is not JsonArray array)
            return;
        arrays.Add(array);
        foreach (var element in array)
            Collect(element, arrays);
    }
}
