using System.Text.Json;

namespace Talon.Http;

/// <summary>An object with known members.</summary>
public sealed class ObjectSchema : Schema
{
    /// <summary>Creates the schema.</summary>
    public ObjectSchema(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The known members.</summary>
    public required IReadOnlyList<Property> Properties { get; init; }

    /// <summary>Whether unknown members are refused rather than passed over.</summary>
    public bool Closed { get; init; }

    /// <summary>This object with further members; one of the same name is replaced.</summary>
    public ObjectSchema With(string name, string description, params IReadOnlyList<Property> more) => new(name, description)
    {
        Properties = [.. Properties.Where(mine => !more.Any(other => other.Name == mine.Name)), .. more],
        Closed = Closed,
        Rule = Rule,
    };

    /// <inheritdoc/>
    protected override bool CheckShape(JsonElement value, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return findings.WrongType(value, "an object");
        foreach (var property in Properties)
            CheckMember(value, property, findings);
        if (Closed)
            RefuseUnknown(value, findings);
        return true;
    }

    private static void CheckMember(JsonElement value, Property property, Findings findings)
    {
        var present = value.TryGetProperty(property.Name, out var member);
        var isNull = present && member.ValueKind == JsonValueKind.Null;
        if (present && !isNull)
        {
            findings.Enter(property.Name);
            property.Schema.Check(member, findings);
            findings.Leave();
        }
        else if (property.IsRequired || (isNull && findings.Answer))
        {
            findings.Enter(property.Name);
            findings.Add("required", $"\"{property.Name}\" is required{(isNull ? " and must not be null" : "")}");
            findings.Leave();
        }
    }

    private void RefuseUnknown(JsonElement value, Findings findings)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (Properties.Any(property => member.NameEquals(property.Name)))
                continue;
            findings.Enter(member.Name);
            findings.Add("Unknown", $"\"{Findings.Brief(member.Name)}\" is not known here");
            findings.Leave();
        }
    }
}
