using System.Text.Json;

namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Makes rulesets that mean harm, by breaking sound ones and by calling any function with anything; and facts beyond all limits.</summary>
internal sealed class HostileGenerator(Dice dice)
{
    private static readonly string[] Functions = [.. FunctionRegistry.All.Select(function => function.Name), "nonsense"];

    private static readonly string[] Leaves =
    [
        "null", "true", "0", "-1", "1e-28", "79228162514264337593543950335", "-79228162514264337593543950335", "1e400", "0.0000000000000000000000000001",
        "\"\"", "\"x\"", "\"stars\"", "\"vip\"", "\"berlin-1\"", "\"collector\"", "\"tickets\"", "\"hook\"", "\"badge\"", "\"shipping\"", "\"wrapping\"", "\"margins\"", "\"sale\"", "\"first\"", "\"set\"",
        "\"Info\"", "\"days\"", "\"asc\"", "\"current\"", "\"setDiscount\"", "\"completed\"", "\"2026-03-10T12:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"(a+)+$\"", "\"Session.Attributes.Score\"", "\"\\ud800\"",
        "[]", "{}", "[[]]", "[[\"Item\"], 1]", "[[\"Item\"], [\".\", \"Item\", \"Price\"]]", "[[\"Item\"], [\">\", [\".\", \"Item\", \"Price\"], 5]]",
        "[\".\", \"Session\", \"Total\"]", "[\".\", \"Session\", \"CartItems\"]", "[\".\", \"Session\", \"Tags\"]", "[\".\", \"Session\", \"Score\"]", "[\".\", \"Session\", \"Place\"]", "[\".\", \"Session\", \"Delivery\"]",
        "[\".\", \"Profile\", \"Name\"]", "[\".\", \"Coupon\", \"Percent\"]", "[\".\", \"Nobody\"]", "[\"now\"]", "[\"take\", [\".\", \"Session\", \"CartItems\"], 2]",
        "[\"list\", 1, 2]", "[\"list\", \"a\"]", "[\"list\"]", "{\"partial\": true}", "{\"prorate\": true}", "{\"profile\": \"Advocate\"}", "{\"text\": \"x\", \"level\": 1}", "{\"max\": -5}",
    ];

    public Shop Shop() => Tests.Shop.With().Setting(settings => settings with
    {
        CascadingDiscounts = dice.OneIn(2), PartialDiscounts = dice.OneIn(2), FlattenCartItems = !dice.OneIn(4), Currency = dice.Of("EUR", "JPY", "???"),
    });

    public CampaignDefinition Campaign(long id) => new()
    {
        Id = id,
        Name = $"hostile {id}",
        Limits = dice.OneIn(2) ? [] : [new(1, dice.Of([.. LimitActions.All]), dice.Of(0m, -5m, 10m, decimal.MaxValue), dice.Of<LimitPeriod?>(null, LimitPeriod.Weekly), [dice.Of(Enum.GetValues<LimitEntity>())])],
        Ruleset = new(id, Rules(), dice.OneIn(6) ? Parse(Any(3)) : default),
    };

    public EvaluationFacts Facts() => new()
    {
        Now = dice.Of(Tests.Shop.Noon, DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
        Session = dice.OneIn(6) ? null : new SessionFacts
        {
            IntegrationId = "s\n\0",
            Closing = dice.OneIn(2),
            Items = [.. Enumerable.Range(0, dice.Below(5)).Select(Item)],
            AdditionalCosts = new Dictionary<string, decimal> { ["shipping"] = dice.Of(0, -1, decimal.MaxValue) },
            Attributes = Attributes(),
        },
        Profile = dice.OneIn(2) ? null : new ProfileFacts { Id = 1, IntegrationId = "", TotalSales = decimal.MaxValue, Created = DateTimeOffset.MaxValue },
        Coupons = dice.OneIn(2) ? [] : [new("x", new CouponState { Id = 5, CampaignId = dice.Of(1, 2, 3), Value = "x", DiscountLimit = dice.Of<decimal?>(null, 0, decimal.MinValue) }), new("y", null)],
    };

    private Dictionary<string, Value> Attributes()
    {
        var attributes = new Dictionary<string, Value>();
        if (dice.OneIn(2))
            attributes["Score"] = Value.Of(dice.Of(0, decimal.MaxValue, decimal.MinValue, 1e-28m));
        if (dice.OneIn(2))
            attributes["ShippingCity"] = Value.Of(dice.Of("", "\0", "\ud800", new string('a', 20_000)));
        if (dice.OneIn(2))
            attributes["Tags"] = Value.Of(Enumerable.Range(0, dice.Below(50)).Select(i => Value.Of($"{i}")).ToArray());
        if (dice.OneIn(2))
            attributes["Place"] = Value.Of(new Location(dice.Of(0, 999m, decimal.MaxValue), 0));
        if (dice.OneIn(3))
            attributes["Delivery"] = dice.Of(Value.Of(DateTimeOffset.MaxValue), Value.Of("not a time"), Value.None);
        return attributes;
    }

    private CartItemFacts Item(int position) => new()
    {
        Position = dice.Of(position, -1, int.MaxValue),
        Sku = dice.Of("a", "", "\ud800"),
        Price = dice.Of(0, 10, -5, 0.0001m, decimal.MaxValue),
        Quantity = dice.Of(1, 3, 0, -2, 40),
        ReturnedQuantity = dice.Of(0, 0, 2, -1, int.MaxValue),
        AdditionalCosts = new Dictionary<string, decimal> { ["wrapping"] = dice.Of(1, decimal.MaxValue) },
    };

    private JsonElement Rules() => dice.Below(4) switch
    {
        0 => Parse(Any(4)),
        1 => Parse($$"""[{"title": "r", "condition": {{Any(4)}}, "effects": [{{Any(4)}}, {{Any(3)}}], "bindings": {{Any(3)}}}]"""),
        2 => Parse($$"""[{"title": "r", "condition": ["and", {{Call(3)}}], "effects": [{{Call(4)}}, ["catch", ["noop"], {{Call(3)}}]]}]"""),
        _ => Parse(Broken(new RulesetGenerator(dice).Rules(redeems: true).GetRawText())),
    };

    private string Any(int depth) => depth <= 0 || dice.OneIn(3) ? dice.Of(Leaves) : dice.OneIn(8) ? $"[{Any(depth - 1)}, {Any(depth - 1)}]" : Call(depth);

    private string Call(int depth)
    {
        var arguments = Enumerable.Range(0, dice.Below(5)).Select(_ => Any(depth - 1));
        return $"[{string.Join(", ", arguments.Prepend(JsonSerializer.Serialize(dice.Of(Functions))))}]";
    }

    /// <summary>A sound ruleset with one of its words changed.</summary>
    private string Broken(string json)
    {
        var words = json.Split(' ');
        var place = dice.Below(words.Length);
        var comma = words[place].EndsWith(',') ? "," : "";
        words[place] = dice.Of(Leaves) + comma;
        var text = string.Join(' ', words);
        try
        {
            JsonDocument.Parse(text).Dispose();
            return text;
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static JsonElement Parse(string text) => Json.Parse(text, maxDepth: 500);
}
