using System.Text.Json;

namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Makes rulesets.</summary>
internal sealed class RulesetGenerator(Dice dice)
{
    private readonly ExpressionGenerator _expressions = new(dice);

    /// <summary>The rules of a campaign.</summary>
    /// <param name="redeems">Whether some rules ask for a coupon.</param>
    public JsonElement Rules(bool redeems)
    {
        var rules = Enumerable.Range(0, 1 + dice.Below(2)).Select(i => $$"""{"title": "rule {{i}}", "condition": {{Condition(redeems)}}, "effects": [{{Effects()}}]}""");
        return Json.Parse($"[{string.Join(",", rules)}]", maxDepth: 200);
    }

    private string Condition(bool redeems)
    {
        var operands = Enumerable.Range(0, dice.Below(3)).Select(_ => dice.OneIn(3) ? """[">=", [".", "Session", "Total"], 20]""" : _expressions.Flag(2));
        if (redeems && !dice.OneIn(5))
            operands = dice.Shuffled(operands.Append("""["couponValid"]"""));
        return $"[{string.Join(", ", operands.Prepend("\"and\""))}]";
    }

    private string Effects() => string.Join(", ", Enumerable.Range(0, 1 + dice.Below(3)).Select(i =>
        dice.OneIn(8) ? $"""["onFailure", {Notification()}]""" : dice.OneIn(4) ? $"""["catch", ["noop"], {Effect(i)}]""" : Effect(i)));

    private string Effect(int i) => dice.Below(9) switch
    {
        0 or 1 => $$"""["setDiscount", "d{{i}}", {{Amount(2)}}{{dice.Of("", "", ", {\"scope\": \"cartItems\"}", ", {\"scope\": \"sessionTotal\"}")}}]""",
        2 or 3 => $"""["setDiscountPerItem", "d{i}", {ItemAmount()}, {_expressions.List(2)}]""",
        4 => $$"""["setDiscountPerItem", "d{{i}}", {{Amount(1)}}, {{_expressions.List(2)}}, {"prorate": true}]""",
        5 or 6 => $$"""["setDiscountPerBundle", "d{{i}}", {{Amount(1)}}, ["bundles", {}, ["take", {{_expressions.List(2)}}, {{1 + dice.Below(3)}}]]]""",
        7 => $"""["addFreeItem", "gift", {_expressions.Text(1)}]""",
        _ => Notification(),
    };

    private string Notification() => $"""["showNotification", "{dice.Of("Info", "Offer")}", "t", {_expressions.Text(2)}]""";

    private string Amount(int depth) => dice.Below(4) switch
    {
        0 => """["*", [".", "Session", "Total"], 0.1]""",
        1 => $"{1 + dice.Below(30)}.{dice.Below(1000):000}",
        2 => Bounded(_expressions.Number(depth)),
        _ => $"{1 + dice.Below(30)}",
    };

    private string ItemAmount() => dice.Below(3) switch
    {
        0 => """["*", [".", "Item", "Price"], 0.15]""",
        1 => $"{1 + dice.Below(10)}",
        _ => Bounded(_expressions.Number(2, item: true)),
    };

    /// <summary>Sums of discounts stay far from the largest decimal, beyond which rounding would be compared.</summary>
    private static string Bounded(string number) => $"""["min", ["list", 1000000, {number}]]""";
}
