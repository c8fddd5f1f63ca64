using System.Globalization;

namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Makes expressions of a type, as JSON text. What they look at is sometimes missing, zero or beyond the end.</summary>
internal sealed class ExpressionGenerator(Dice dice)
{
    private const string Items = """[".", "Session", "CartItems"]""";

    /// <summary>A number; inside a block also of the item.</summary>
    public string Number(int depth, bool item = false) => depth <= 0 || dice.OneIn(3) ? SimpleNumber(item) : dice.Below(12) switch
    {
        0 or 1 => $"""["{dice.Of("+", "-", "*", "/", "mod")}", {Number(depth - 1, item)}, {Number(depth - 1, item)}]""",
        2 => $"""["{dice.Of("floor", "ceil")}", {Number(depth - 1, item)}]""",
        3 => $"""["round", {Number(depth - 1, item)}, {dice.Below(4)}]""",
        4 => $"""["if", {Flag(depth - 1, item)}, {Number(depth - 1, item)}, {Number(depth - 1, item)}]""",
        5 => $"""["catch", {SimpleNumber(item)}, {Number(depth - 1, item)}]""",
        6 => $"""[".|", {SimpleNumber(item)}, {Number(depth - 1, item)}]""",
        7 => $"""["count", {List(depth - 1)}]""",
        8 => $"""["{dice.Of("min", "max")}", ["list", {Number(depth - 1, item)}, {Number(depth - 1, item)}]]""",
        9 => $"""["identity", {Number(depth - 1, item)}]""",
        _ => $"""["{dice.Of("sum", "min", "max")}", {List(depth - 1)}, [["Item"], {Number(depth - 2, item: true)}]]""",
    };

    public string Flag(int depth, bool item = false) => depth <= 0 ? Comparison(0, item) : dice.Below(13) switch
    {
        0 => $"""["{dice.Of("and", "or")}", {Flag(depth - 1, item)}, {Flag(depth - 1, item)}]""",
        1 => $"""["or", {Flag(depth - 1, item)}, {Flag(depth - 1, item)}, {Flag(depth - 1, item)}]""",
        2 => $"""["not", {Flag(depth - 1, item)}]""",
        3 => $"""["{dice.Of("exists", "every")}", {List(depth - 1)}, [["Item"], {Flag(depth - 1, item: true)}]]""",
        4 => $"""["{dice.Of("contains", "startsWith")}", {Text(depth - 1, item)}, {Text(0, item)}]""",
        5 => $"""["in", {Text(depth - 1, item)}, ["list", {Text(0, item)}, {Text(0, item)}, "Shirts"]]""",
        6 => $"""["has", {dice.Of("\"Session\", \"Score\"", "\"Session\", \"ShippingCity\"", "\"Profile\", \"ClosedSessions\"")}]""",
        7 => $"""["empty", {Text(depth - 1, item)}]""",
        8 => $"""["isEmpty", {List(depth - 1)}]""",
        9 => $"""["between", {Number(depth - 1, item)}, {Number(0, item)}, {Number(0, item)}]""",
        10 => $"""["catch", {dice.Of("true", "false")}, {Flag(depth - 1, item)}]""",
        _ => Comparison(depth - 1, item),
    };

    public string Text(int depth, bool item = false) => depth <= 0 || dice.OneIn(2) ? SimpleText(item) : dice.Below(5) switch
    {
        0 => $"""["concat", {Text(depth - 1, item)}, {Text(depth - 1, item)}]""",
        1 => $"""["if", {Flag(depth - 1, item)}, {Text(depth - 1, item)}, {Text(depth - 1, item)}]""",
        2 => $"""[".|", {SimpleText(item)}, {Text(depth - 1, item)}]""",
        3 => $"""["catch", "none", {Text(depth - 1, item)}]""",
        _ => $"""["toString", {Number(depth - 1, item)}]""",
    };

    /// <summary>A list of items.</summary>
    public string List(int depth) => depth <= 0 || dice.OneIn(4) ? Items : dice.Below(6) switch
    {
        0 or 1 => $"""["filter", {List(depth - 1)}, [["Item"], {Flag(depth - 1, item: true)}]]""",
        2 => $"""["sort", {List(depth - 1)}, [["Item"], [".", "Item", "{dice.Of("Price", "Sku", "Position")}"]], "{dice.Of("asc", "desc")}"]""",
        3 => $"""["select", {List(depth - 1)}, "{dice.Of("first", "last")}", {dice.Below(6) - 1}]""",
        4 => $"""["slice", {List(depth - 1)}, {dice.Below(3)}, {dice.Below(6)}]""",
        _ => $"""["reverse", {List(depth - 1)}]""",
    };

    private string Comparison(int depth, bool item) => dice.OneIn(3)
        ? $"""["{dice.Of("=", "!=")}", {Text(depth, item)}, {(dice.OneIn(4) ? Number(depth, item) : Text(depth, item))}]"""
        : $"""["{dice.Of("<", "<=", ">", ">=", "=", "!=")}", {Number(depth, item)}, {Number(depth, item)}]""";

    private string SimpleNumber(bool item) => item && !dice.OneIn(3)
        ? $"""[".", "Item", "{dice.Of("Price", "Price", "Position", "SubPosition")}"]"""
        : dice.Below(8) switch
        {
            0 or 1 => """[".", "Session", "Total"]""",
            2 => """[".", "Session", "CartItemTotal"]""",
            3 => """[".", "Profile", "ClosedSessions"]""",
            4 => """[".", "Session", "Score"]""",
            5 => dice.Of("0", "1", "10", "100", "-1", "0.5", "0.05", "79228162514264337593543950335"),
            6 => dice.Amount(50, 2).ToString(CultureInfo.InvariantCulture),
            _ => dice.Below(200).ToString(CultureInfo.InvariantCulture),
        };

    private string SimpleText(bool item) => item && !dice.OneIn(3)
        ? $"""[".", "Item", "{dice.Of("Sku", "Category")}"]"""
        : dice.Of("""[".", "Session", "ShippingCity"]""", "\"Shirts\"", "\"Trousers\"", "\"Berlin\"", "\"\"", "\"s\"", "\"10\"");
}
