using System.Text.Json;

namespace Talon.RuleEngine.Talang;

/// <summary>Reads expressions from JSON, within bounds of depth and size.</summary>
internal sealed class SyntaxReader(ProblemList problems)
{
    /// <summary>Deepest nesting of one expression.</summary>
    public const int MaxDepth = 100;

    /// <summary>Most elements in all expressions of one ruleset.</summary>
    public const int MaxElements = 100_000;

    private int _left = MaxElements;

    /// <summary>Reads one expression; null when it was refused.</summary>
    public SyntaxNode? Read(JsonElement json, string pointer) => Read(json, null, pointer, 0, 1);

    private SyntaxNode? Read(JsonElement json, SyntaxNode? parent, string? name, int index, int depth)
    {
        if (_left-- <= 0)
        {
            if (_left == -1)
                problems.Add(parent?.Pointer ?? name ?? "", "The ruleset is too large.", $"at most {MaxElements} elements");
            return null;
        }

        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return Text(json, parent, name, index);
            case JsonValueKind.Number:
                if (json.TryGetDecimal(out var number))
                    return new LiteralSyntax(Value.Of(number), parent, name, index);
                return Refuse(parent, name, index, "The number is too large.", "a number below 7.9e28", "a larger one");
            case JsonValueKind.True or JsonValueKind.False:
                return new LiteralSyntax(Value.Of(json.ValueKind == JsonValueKind.True), parent, name, index);
            case JsonValueKind.Array when depth < MaxDepth:
                return Elements(json, new ArraySyntax(parent, name, index), depth);
            case JsonValueKind.Object when depth < MaxDepth:
                return Members(json, new ObjectSyntax(parent, name, index), depth);
            case JsonValueKind.Array or JsonValueKind.Object:
                return Refuse(parent, name, index, "The expression is nested too deeply.", $"at most {MaxDepth} levels", "more");
            default:
                return Refuse(parent, name, index, "There is nothing here.", "an expression", "null");
        }
    }

    /// <summary>The text of a JSON string; null for anything else.</summary>
    public static string? TextOf(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private LiteralSyntax? Text(JsonElement json, SyntaxNode? parent, string? name, int index) =>
        TextOf(json) is { } text
            ? new LiteralSyntax(Value.Of(text), parent, name, index)
            : Refuse(parent, name, index, "The text is not valid Unicode.", "text", "a lone surrogate");

    private ArraySyntax? Elements(JsonElement json, ArraySyntax array, int depth)
    {
        var elements = new SyntaxNode[json.GetArrayLength()];
        var whole = true;
        var i = 0;
        foreach (var element in json.EnumerateArray())
        {
            if (Read(element, array, null, i, depth + 1) is { } node)
                elements[i] = node;
            else
                whole = false;
            if (_left < 0)
                return null;
            i++;
        }

        array.Elements = elements;
        return whole ? array : null;
    }

    private ObjectSyntax? Members(JsonElement json, ObjectSyntax map, int depth)
    {
        var whole = true;
        foreach (var member in json.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
                whole = Refuse(map, "?", 0, "The name is not valid Unicode.", "text", "a lone surrogate") is not null;
            else if (Read(member.Value, map, name, 0, depth + 1) is { } node)
                map.Members.Add(new(name, node));
            else
                whole = false;
            if (_left < 0)
                return null;
        }

        return whole ? map : null;
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private LiteralSyntax? Refuse(SyntaxNode? parent, string? name, int index, string message, string expected, string found)
    {
        problems.Add(new LiteralSyntax(Value.None, parent, name, index).Pointer, message, expected, found);
        return null;
    }
}
