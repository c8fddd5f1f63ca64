using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>Writes JSON for people: what fits on a line stands on one line, as rules do.</summary>
public static class ReadableJson
{
    private const int Width = 120;
    private const int Indent = 2;
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of an object, which itself never stands on one line.</summary>
    public static string Write(JsonObject json)
    {
        var text = new StringBuilder();
        WriteMembers(text, json, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int level, int column, int after)
    {
        if (Line(node, Width - column - after) is { } line)
            text.Append(line);
        else if (node is JsonObject map)
            WriteMembers(text, map, level);
        else
            WriteElements(text, (JsonArray)node!, level);
    }

    private static void WriteMembers(StringBuilder text, JsonObject map, int level)
    {
        text.Append('{');
        var left = map.Count;
        foreach (var (name, value) in map)
        {
            var label = $"{JsonSerializer.Serialize(name, Compact)}: ";
            NewLine(text, level + 1).Append(label);
            Write(text, value, level + 1, ((level + 1) * Indent) + label.Length, 1);
            if (--left > 0)
                text.Append(',');
        }

        NewLine(text, level).Append('}');
    }

    private static void WriteElements(StringBuilder text, JsonArray list, int level)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            NewLine(text, level + 1);
            Write(text, list[i], level + 1, (level + 1) * Indent, 1);
            if (i < list.Count - 1)
                text.Append(',');
        }

        NewLine(text, level).Append(']');
    }

    private static StringBuilder NewLine(StringBuilder text, int level) => text.Append('\n').Append(' ', level * Indent);

    /// <summary>The node on one line; null when that would be too long. Simple values are never broken.</summary>
    private static string? Line(JsonNode? node, int width)
    {
        if (node is not (JsonObject or JsonArray))
            return node?.ToJsonString(Compact) ?? "null";
        var text = new StringBuilder();
        return TryLine(text, node, width) ? text.ToString() : null;
    }

    private static bool TryLine(StringBuilder text, JsonNode? node, int width)
    {
        var (open, close) = node is JsonArray ? ("[", "]") : ("{ ", " }");
        switch (node)
        {
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonObject map:
                text.Append(open);
                var first = true;
                foreach (var (name, value) in map)
                {
                    text.Append(first ? "" : ", ").Append(JsonSerializer.Serialize(name, Compact)).Append(": ");
                    first = false;
                    if (!TryLine(text, value, width))
                        return false;
                }

                text.Append(close);
                break;
            case JsonArray list:
                text.Append(open);
                for (var i = 0; i < list.Count; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    if (!TryLine(text, list[i], width))
                        return false;
                }

                text.Append(close);
                break;
            default:
                text.Append(node?.ToJsonString(Compact) ?? "null");
                break;
        }

        return text.Length <= width;
    }
}
