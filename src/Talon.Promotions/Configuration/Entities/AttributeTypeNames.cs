using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The API's names of attribute types.</summary>
public static class AttributeTypeNames
{
    /// <summary>The names, in the order of <see cref="AttributeType"/>.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["string", "number", "boolean", "time", "location", "(list string)", "(list number)", "(list time)", "(list location)"];

    /// <summary>The name of a type.</summary>
    public static string Of(AttributeType type) => All[(int)type];

    /// <summary>The type of a name; the space in a list's name may be left out.</summary>
    public static AttributeType? Parse(string name)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i] == name || All[i].Replace(" ", "", StringComparison.Ordinal) == name)
                return (AttributeType)i;
        }

        return null;
    }
}
