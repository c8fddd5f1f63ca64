using System.Text.Json;

namespace Talon.RuleEngine.Tests;

/// <summary>A rule as JSON text.</summary>
internal sealed record RuleJson(string Condition, string[] Effects)
{
    public const string Always = """["and"]""";

    public string Title { get; init; } = "rule";

    public string? Bindings { get; init; }

    public static RuleJson When(string condition, params string[] effects) => new(condition, effects);

    public static RuleJson Do(params string[] effects) => new(Always, effects);

    public RuleJson Bind(string bindings) => this with { Bindings = bindings };

    public static JsonElement ToArray(params RuleJson[] rules) => Json.Parse($"[{string.Join(",", rules.Select(rule => rule.ToString()))}]");

    public override string ToString()
    {
        var bindings = Bindings is null ? "" : $", \"bindings\": {Bindings}";
        return $$"""{"title": {{JsonSerializer.Serialize(Title)}}, "condition": {{Condition}}, "effects": [{{string.Join(", ", Effects)}}]{{bindings}}}""";
    }
}

internal static class Json
{
    public static JsonElement Parse(string text, int maxDepth = 64)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
        return document.RootElement.Clone();
    }
}
