using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.Cli;

/// <summary>Reads a JSON object that stands on a line.</summary>
internal static class JsonLine
{
    /// <summary>The object. Throws <see cref="ServerRefusal"/> for anything else, as the server would.</summary>
    public static JsonObject Parse(ImportRecord record)
    {
        try
        {
            return JsonNode.Parse(record.Text) as JsonObject ?? throw new ServerRefusal(400, "It is not a JSON object", []);
        }
        catch (JsonException problem)
        {
            throw new ServerRefusal(400, problem.Message, []);
        }
    }

    /// <summary>The line without the reason that it was refused for, which stands behind a tab.</summary>
    public static string WithoutReason(string line)
    {
        if (!line.Contains('\t', StringComparison.Ordinal))
            return line;
        try
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var reader = new Utf8JsonReader(bytes);
            using var _ = JsonDocument.ParseValue(ref reader);
            return Encoding.UTF8.GetString(bytes.AsSpan(0, (int)reader.BytesConsumed));
        }
        catch (JsonException)
        {
            return line;
        }
    }
}
