using System.Text.Json;

namespace Talon.Http;

/// <summary>True or false.</summary>
public sealed class BooleanSchema : Schema
{
    /// <summary>The value when it is left out; null for none.</summary>
    public bool? Default { get; init; }

    /// <inheritdoc/>
    protected override bool CheckShape(JsonElement value, Findings findings) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False || findings.WrongType(value, "a boolean");
}
