using System.Text.Json;

namespace Talon.Promotions;

/// <summary>What a caller says of a ruleset. Meanings as in <see cref="Ruleset"/>.</summary>
public sealed record RulesetInput
{
    /// <summary>The rules, a JSON array.</summary>
    public required JsonElement Rules { get; init; }

    /// <summary>Rules of catalog prices, a JSON array.</summary>
    public JsonElement? StrikethroughRules { get; init; }

    /// <summary>Named expressions, a JSON array.</summary>
    public required JsonElement Bindings { get; init; }

    /// <summary>Version of the rule builder.</summary>
    public string? RbVersion { get; init; }

    /// <summary>Whether it comes into force at once; when unset, a new one does if the campaign has none in force.</summary>
    public bool? Activate { get; init; }
}
