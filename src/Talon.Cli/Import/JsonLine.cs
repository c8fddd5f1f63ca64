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
}
