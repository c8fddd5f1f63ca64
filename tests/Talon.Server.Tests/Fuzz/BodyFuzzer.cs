using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Makes request bodies that are more or less wrong, all from one seed.</summary>
internal sealed class BodyFuzzer(Random random)
{
    private const string Duplicate = "\"duplicate\":1,\"duplicate\":2,";

    private static readonly string[] Junk =
    [
        "null", "true", "0", "-1", "1.5", "1e2", "1.0", "-0", "9007199254740993", "99999999999999999999999999", "1e400", "-1e-400", "1E+9999999",
        "79228162514264337593543950335", "0.1234567890123456789012345678901234567890", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"",
        "\"\\udc00x\"", "\"2026-02-30T00:00:00Z\"", "\"0001-01-01T00:00:00+23:59\"", "\"9999-12-31T23:59:59-23:59\"", "\"open\"", "[]", "{}", "[null]", "[[]]", "{\"\":{}}",
        "{\"price\":1e28}", "{\"a\":1,\"a\":2}", "[1,\"a\",{}]", "\"\u202e\u0301\U0001F468\u200d\U0001F469\"", "\"' OR 1=1 --\"", "\"../../etc/passwd\"",
    ];

    /// <summary>A valid or nearly valid value of a schema.</summary>
    public JsonNode? Make(Schema schema, int depth = 0) => schema switch
    {
        ObjectSchema record => new JsonObject(record.Properties
            .Where(property => property.IsRequired || random.Next(3) == 0)
            .Select(property => KeyValuePair.Create(property.Name, Make(property.Schema, depth + 1)))),
        MapSchema map => new JsonObject(Enumerable.Range(0, Math.Max(0, random.Next(6) - 3)).Select(i => KeyValuePair.Create($"key{i}", Make(map.Values, depth + 1)))),
        ArraySchema array => new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Make(array.Items, depth + 1))]),
        StringSchema { Enum: { } allowed } => allowed[random.Next(allowed.Count)],
        StringSchema { Format: StringFormat.DateTime } => "2026-06-10T09:05:27Z",
        StringSchema { Format: StringFormat.Uuid } => "68851723-e6fa-488f-ace9-112581e6c19b",
        StringSchema => $"text{random.Next(1000)}",
        IntegerSchema => random.Next(1, 10),
        NumberSchema => random.Next(1000) / 10m,
        BooleanSchema => random.Next(2) == 0,
        _ => depth < 4 ? new JsonArray("and", true) : 1,
    };

    /// <summary>Breaks a body in some of many ways; leaves one in ten as it is.</summary>
    public byte[] Break(JsonNode? valid)
    {
        var text = valid?.ToJsonString() ?? "null";
        for (var i = random.Next(10) == 0 ? 0 : random.Next(1, 4); i > 0; i--)
            text = BreakText(text);
        return random.Next(20) == 0 ? BreakBytes(Encoding.UTF8.GetBytes(text)) : Encoding.UTF8.GetBytes(text);
    }

    private string BreakText(string text) => random.Next(12) switch
    {
        0 => text[..random.Next(text.Length + 1)],
        1 => text + Junk[random.Next(Junk.Length)],
        2 => text.Insert(Position(text, '{', after: true), Duplicate),
        3 => text.Replace("\":\"", "\":" + Junk[random.Next(Junk.Length)] + ",\"x\":\"", StringComparison.Ordinal),
        4 => ReplaceValue(text, Nested(random.Next(1, 200))),
        5 => ReplaceValue(text, $"\"{new string((char)random.Next('a', 'z'), random.Next(1, 3000))}\""),
        6 => ReplaceValue(text, $"{random.NextInt64()}{random.NextInt64()}".ToString(CultureInfo.InvariantCulture)),
        7 => text.Replace('"', '\''),
        _ => ReplaceValue(text, Junk[random.Next(Junk.Length)]),
    };

    private string ReplaceValue(string text, string value)
    {
        var from = Position(text, ':', after: true);
        var to = from;
        while (to < text.Length && text[to] is not (',' or '}' or ']'))
            to++;
        return from == text.Length ? value : text[..from] + value + text[to..];
    }

    private string Nested(int depth) => random.Next(2) == 0
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private byte[] BreakBytes(byte[] bytes)
    {
        if (bytes.Length > 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private int Position(string text, char sought, bool after)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => text[i] == sought).ToArray();
        return places.Length == 0 ? text.Length : places[random.Next(places.Length)] + (after ? 1 : 0);
    }
}
