using System.Text.Json;

namespace Talon.Http;

/// <summary>An object whose member names are data.</summary>
/// <param name="values">The members' values.</param>
public sealed class MapSchema(Schema values) : Schema
{
    /// <summary>Any object at all, such as attributes, whose definition is configuration.</summary>
    public static MapSchema Free { get; } = new(AnySchema.Instance);

    /// <summary>The members' values.</summary>
    public Schema Values { get; } = values;

    /// <inheritdoc/>
    protected override bool CheckShape(JsonElement value, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return findings.WrongType(value, "an object");
        foreach (var member in value.EnumerateObject())
        {
            findings.Enter(member.Name);
            Values.Check(member.Value, findings);
            findings.Leave();
        }

        return true;
    }
}
