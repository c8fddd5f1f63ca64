using System.Collections.Frozen;
using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Knows an Application's attributes, built-in and custom; checks and reads their values.</summary>
/// <remarks>Source of titles and texts: docs.talon.one, errors.</remarks>
public sealed class AttributeChecker
{
    private const int QuotedLength = 100;

    private readonly FrozenDictionary<(AttributeEntity Entity, string? EventType, string Name), EntityAttribute> _byName;

    /// <summary>Creates a checker of these attributes.</summary>
    public AttributeChecker(IEnumerable<EntityAttribute> attributes)
    {
        All = [.. attributes];
        _byName = All.ToFrozenDictionary(attribute => (attribute.Entity, attribute.EventType, attribute.Name));
    }

    /// <summary>All attributes: built-in ones first, then by id.</summary>
    public IReadOnlyList<EntityAttribute> All { get; }

    /// <summary>An attribute; null when the Application has none of that name. Names are case-sensitive.</summary>
    public EntityAttribute? Find(AttributeEntity entity, string name, string? eventType = null) => _byName.GetValueOrDefault((entity, eventType, name));

    /// <summary>Reports every unknown attribute and every value of the wrong type, or outside a closed list.</summary>
    /// <param name="entity">What carries the attributes.</param>
    /// <param name="attributes">A JSON object; null, undefined and members that are null pass.</param>
    /// <param name="pointer">Where the object stands in the request.</param>
    /// <param name="problems">What was found is added here.</param>
    /// <param name="eventType">For events, their type.</param>
    public void Check(AttributeEntity entity, JsonElement attributes, string pointer, ICollection<Problem> problems, string? eventType = null)
    {
        if (attributes.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return;
        if (attributes.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new("Invalid type", $"Value of \"attributes\" ({Quote(attributes)}) is not an object", pointer));
            return;
        }

        foreach (var member in attributes.EnumerateObject())
        {
            if (Find(entity, member.Name, eventType) is not { } attribute)
                problems.Add(new("Unknown", $"The attribute \"{member.Name}\" is not defined on {entity} entities.", JsonPointer.Append(pointer, member.Name)));
            else if (member.Value.ValueKind != JsonValueKind.Null)
                CheckValue(attribute, member.Value, JsonPointer.Append(pointer, member.Name), problems);
        }
    }

    /// <summary>The values of attributes that were checked. What is null or not defined any more is left out.</summary>
    public IReadOnlyDictionary<string, Value> ToValues(AttributeEntity entity, JsonElement attributes, string? eventType = null)
    {
        Dictionary<string, Value> values = [];
        if (attributes.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in attributes.EnumerateObject())
            {
                if (Find(entity, member.Name, eventType) is { } attribute && AttributeValues.TryRead(member.Value, attribute.Type, out var value))
                    values[member.Name] = value;
            }
        }

        return values;
    }

    private static void CheckValue(EntityAttribute attribute, JsonElement json, string pointer, ICollection<Problem> problems)
    {
        if (!AttributeValues.TryRead(json, attribute.Type, out _))
        {
            problems.Add(new("Invalid type", $"Value of \"{attribute.Name}\" attribute ({Quote(json)}) is not {AttributeValues.Describe(attribute.Type)}", pointer));
        }
        else if (attribute.RestrictedBySuggestions == true && !IsSuggested(attribute, json))
        {
            var allowed = string.Join(", ", attribute.Suggestions.Select(suggestion => $"\"{suggestion}\""));
            problems.Add(new("enum", $"Value of \"{attribute.Name}\" attribute ({Quote(json)}) is not one of: {allowed}", pointer));
        }
    }

    private static bool IsSuggested(EntityAttribute attribute, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().All(element => IsSuggested(attribute, element)),
        JsonValueKind.String => attribute.Suggestions.Contains(json.GetString()!),
        JsonValueKind.Number => attribute.Suggestions.Any(text => IsNumber(text, json.GetDecimal())),
        _ => attribute.Suggestions.Contains(json.GetRawText()),
    };

    private static bool IsNumber(string text, decimal number) =>
        decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var suggested) && suggested == number;

    private static string Quote(JsonElement json)
    {
        var text = json.GetRawText();
        return text.Length <= QuotedLength ? text : text[..QuotedLength] + "...";
    }
}
