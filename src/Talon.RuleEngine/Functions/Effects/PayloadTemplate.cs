using System.Text;
using System.Text.Json;

namespace Talon.RuleEngine;

/// <summary>A JSON text with places for parameters, such as <c>{"text": "${text}", "level": ${level}}</c>.</summary>
/// <remarks>Inside a JSON string a parameter is text, escaped; elsewhere it is a JSON value of its kind.</remarks>
public sealed class PayloadTemplate
{
    private readonly List<(string Text, string? Parameter, bool InString)> _parts = [];

    /// <summary>Reads a template.</summary>
    public static PayloadTemplate Parse(string template)
    {
        var payload = new PayloadTemplate();
        var (start, inString) = (0, false);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '\\' && inString)
                i++;
            else if (template[i] == '"')
                inString = !inString;
            else if (template[i] == '$' && i + 1 < template.Length && template[i + 1] == '{' && template.IndexOf('}', i) is > 0 and var end)
            {
                payload._parts.Add((template[start..i], template[(i + 2)..end], inString));
                (i, start) = (end, end + 1);
            }
        }

        payload._parts.Add((template[start..], null, false));
        return payload;
    }

    /// <summary>A value as text.</summary>
    public static string Text(in Value value) => ValueText.Of(value);

    /// <summary>The payload with its parameters; one that is not given is empty or null.</summary>
    public string Fill(IReadOnlyDictionary<string, Value> values)
    {
        var text = new StringBuilder();
        foreach (var (before, parameter, inString) in _parts)
        {
            text.Append(before);
            if (parameter is null)
                continue;
            var value = values.GetValueOrDefault(parameter);
            text.Append(inString ? JsonEncodedText.Encode(ValueText.Of(value)).Value : Json(value));
        }

        return text.ToString();
    }

    private static string Json(in Value value) => value.Kind switch
    {
        ValueKind.None => "null",
        ValueKind.Number or ValueKind.Boolean => ValueText.Of(value),
        ValueKind.List => $"[{string.Join(",", value.List.Select(element => Json(element)))}]",
        _ => $"\"{JsonEncodedText.Encode(ValueText.Of(value)).Value}\"",
    };
}
