using System.Text.Json;

namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Carts, and rules about their units that do not ask where a line stands.</summary>
internal static class CartLines
{
    private const string Items = """[".", "Session", "CartItems"]""";

    private static readonly string[] Lists =
    [
        Items,
        $"""["filter", {Items}, [["Item"], ["=", [".", "Item", "Category"], "Shirts"]]]""",
        $"""["filter", {Items}, [["Item"], [">", [".", "Item", "Price"], 20]]]""",
    ];

    public static ApplicationSettings Settings(Dice dice) => new() { Id = 1, Currency = dice.Of("EUR", "JPY", "KWD") };

    /// <summary>No budget: where one ends, the API grants in the order of the lines.</summary>
    public static IReadOnlyList<LimitDefinition> Limits(Dice dice) => dice.OneIn(2) ? [] : [new(1, LimitActions.SetDiscount, 1_000_000, null, [])];

    public static IReadOnlyList<CartItemFacts> Make(Dice dice) => [.. Enumerable.Range(0, 1 + dice.Below(6)).Select(i => new CartItemFacts
    {
        Position = i,
        Sku = $"sku-{i}",
        Price = dice.Of(10m, 10m, 20m, dice.Amount(60, 2)),
        Quantity = 1 + dice.Below(4),
        Category = dice.Of("Shirts", "Shoes"),
    })];

    public static JsonElement Rules(Dice dice)
    {
        var list = dice.Of(Lists);
        var amount = dice.Of("10", "7.77", "0.01", """["*", [".", "Session", "Total"], 0.2]""");
        var effect = dice.Below(4) switch
        {
            0 => $"""["setDiscountPerItem", "d", ["*", [".", "Item", "Price"], 0.15], {list}]""",
            1 => $$"""["setDiscountPerItem", "d", {{amount}}, {{list}}, {"prorate": true}]""",
            2 => $$"""["setDiscountPerBundle", "d", {{amount}}, ["bundles", {"order": "{{dice.Of("cheapest", "mostExpensive")}}"}, ["take", {{list}}, {{1 + dice.Below(3)}}]]]""",
            _ => $$"""["setDiscountPerBundle", "d", {{amount}}, ["bundles", {"max": {{1 + dice.Below(3)}}}, ["take", {{list}}, {{1 + dice.Below(2)}}], ["take", {{dice.Of(Lists)}}, 1]]]""",
        };
        return RuleJson.ToArray(RuleJson.Do(effect));
    }

    /// <summary>What each unit of each article gets, and how often.</summary>
    public static IReadOnlyList<string> BySku(EngineSnapshot snapshot, IReadOnlyList<CartItemFacts> lines)
    {
        var session = new SessionFacts { IntegrationId = "s", Items = [.. lines.Select((line, position) => line with { Position = position })] };
        var facts = new EvaluationFacts { Now = DateTimeOffset.UnixEpoch, Session = session };
        var effects = Evaluator.Evaluate(snapshot, facts, EvaluationOptions.Default).Effects.Select(effect => effect.Props).Cast<SetDiscountPerItemProps>();
        return [.. effects.Select(props => $"{session.Items[props.Position].Sku} {props.SubPosition} {props.Value} of {props.TotalDiscount} bundle {props.BundleIndex}").Order(StringComparer.Ordinal)];
    }
}
