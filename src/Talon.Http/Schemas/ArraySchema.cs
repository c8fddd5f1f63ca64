using System.Text.Json;

namespace Talon.Http;

/// <summary>A list.</summary>
/// <param name="items">The elements.</param>
public sealed class ArraySchema(Schema items) : Schema
{
    /// <summary>The elements.</summary>
    public Schema Items { get; } = items;

    /// <summary>Fewest elements.</summary>
    public int MinItems { get; init; }

    /// <summary>Most elements; null for no bound but the body's.</summary>
    public int? MaxItems { get; init; }

    /// <inheritdoc/>
    protected override bool CheckShape(JsonElement value, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return findings.WrongType(value, "an array");
        var count = value.GetArrayLength();
        if (count < MinItems)
            findings.Add("minItems", $"\"{findings.Subject}\" has {count} elements; the minimum is {MinItems}");
        if (count > MaxItems)
            findings.Add("maxItems", $"\"{findings.Subject}\" has {count} elements; the maximum is {MaxItems}");
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            findings.Enter(index++);
            Items.Check(item, findings);
            findings.Leave();
        }

        return true;
    }
}
