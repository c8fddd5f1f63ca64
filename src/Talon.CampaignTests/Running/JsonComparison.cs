using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.CampaignTests;

/// <summary>Compares JSON and names what differs by its path.</summary>
internal static class JsonComparison
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether two values are the same; numbers by value.</summary>
    public static bool Same(JsonNode? expected, JsonNode? found) => (expected, found) switch
    {
        (null, null) => true,
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(member => b.TryGetPropertyValue(member.Key, out var other) && Same(member.Value, other)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) => SameValue(a, b),
        _ => false,
    };

    /// <summary>Reports the members that differ.</summary>
    /// <param name="where">The path of both.</param>
    /// <param name="expected">What is expected.</param>
    /// <param name="found">What is there.</param>
    /// <param name="findings">Differences are added here.</param>
    /// <param name="open">Members of found that need not be expected.</param>
    public static void Compare(string where, JsonNode? expected, JsonNode? found, Findings findings, Func<string, bool>? open = null)
    {
        if (expected is not JsonObject wanted || found is not JsonObject actual)
        {
            if (!Same(expected, found))
                findings.Add(where, Show(expected), Show(found));
            return;
        }

        foreach (var (name, value) in wanted)
            Compare($"{where}.{name}", value, actual[name], findings);
        foreach (var (name, value) in actual)
            if (!wanted.ContainsKey(name) && open?.Invoke(name) != true)
                findings.Add($"{where}.{name}", null, Show(value));
    }

    public static string? Show(JsonNode? node) => node?.ToJsonString(Readable);

    private static bool SameValue(JsonValue a, JsonValue b)
    {
        var (kind, other) = (a.GetValueKind(), b.GetValueKind());
        if (kind == JsonValueKind.Number && other == JsonValueKind.Number)
            return Number(a) is { } x && Number(b) is { } y ? x == y : a.ToJsonString() == b.ToJsonString();
        return kind == other && (kind != JsonValueKind.String || a.GetValue<string>() == b.GetValue<string>());
    }

    private static decimal? Number(JsonValue value) =>
        decimal.TryParse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
