using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.Promotions.Tests;

using JsonObject = System.Text.Json.Nodes.JsonObject;

/// <summary>A row, an entity or a message as an earlier build wrote it, every member of it said.</summary>
/// <param name="File">The file that keeps it.</param>
/// <param name="Type">The name of its type.</param>
/// <param name="Json">The JSON.</param>
internal sealed record GoldenRow(string File, string Type, JsonNode Json)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<IReadOnlyList<GoldenRow>> Kept = new(() =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Rows", "Golden"), "*.jsonl").Order()
           from line in System.IO.File.ReadLines(file)
           let row = JsonNode.Parse(line)!
           select new GoldenRow(Path.GetFileName(file), (string)row["type"]!, row["json"]!),
    ]);

    /// <summary>All that are kept.</summary>
    public static IReadOnlyList<GoldenRow> All => Kept.Value;

    /// <summary>The row of a type as this build writes it; all values of an enumeration.</summary>
    public static GoldenRow Today(StoredType type) => new("", type.Name, Again(
        type,
        type.Type.IsEnum ? new JsonArray([.. Enum.GetValues(type.Type).Cast<object>().Select(value => JsonNode.Parse(type.Write(value)))]) : type.Json(_ => true)));

    /// <summary>The JSON once this build has read it and written it again.</summary>
    public static JsonNode Again(StoredType type, JsonNode json) => json is JsonArray values
        ? new JsonArray([.. values.Select(value => Again(type, value!))])
        : JsonNode.Parse(type.Write(type.Read(json.ToJsonString())))!;

    /// <summary>The line that keeps it.</summary>
    public string ToLine() => new JsonObject { ["type"] = Type, ["json"] = Json.DeepClone() }.ToJsonString(Readable);

    /// <summary>Where two differ, at the first place of it; null where <paramref name="other"/> says all that <paramref name="json"/> says.</summary>
    public static string? Difference(JsonNode? json, JsonNode? other, string place = "") => (json, other) switch
    {
        (JsonObject members, JsonObject others) => members.Select(member => Difference(member.Value, others[member.Key], $"{place}/{member.Key}")).FirstOrDefault(found => found is not null),
        (JsonArray items, JsonArray others) when items.Count == others.Count => items.Select((item, i) => Difference(item, others[i], $"{place}/{i}")).FirstOrDefault(found => found is not null),
        _ => JsonNode.DeepEquals(json, other) ? null : $"{(place.Length == 0 ? "/" : place)}: {json?.ToJsonString() ?? "null"} became {other?.ToJsonString() ?? "null"}",
    };
}
