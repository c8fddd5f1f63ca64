using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Reads members of a checked JSON object; one that is absent or null reads as null.</summary>
public static class JsonMembers
{
    /// <summary>The object without members.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}"u8);

    /// <summary>The member, if it is there and not null.</summary>
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    /// <summary>A string.</summary>
    public static string? Text(this JsonElement json, string name) => json.Member(name)?.GetString();

    /// <summary>An integer.</summary>
    public static long? Integer(this JsonElement json, string name) => json.Member(name)?.GetInt64();

    /// <summary>A decimal number, with the scale it was written with.</summary>
    public static decimal? Number(this JsonElement json, string name) => json.Member(name)?.GetDecimal();

    /// <summary>A boolean.</summary>
    public static bool? Flag(this JsonElement json, string name) => json.Member(name)?.GetBoolean();

    /// <summary>A point in time.</summary>
    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        json.Text(name) is { } text && Rfc3339.TryParse(text, out var time) ? time : null;

    /// <summary>A UUID.</summary>
    public static Guid? Uuid(this JsonElement json, string name) => json.Member(name)?.GetGuid();

    /// <summary>A list of strings.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement json, string name) => json.List(name, static item => item.GetString()!);

    /// <summary>A list of integers.</summary>
    public static IReadOnlyList<long>? Integers(this JsonElement json, string name) => json.List(name, static item => item.GetInt64());

    /// <summary>A list.</summary>
    public static IReadOnlyList<T>? List<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Member(name) is { } list ? [.. list.EnumerateArray().Select(read)] : null;

    /// <summary>An object whose names are data.</summary>
    public static IReadOnlyDictionary<string, T>? Map<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Member(name) is { } map ? map.EnumerateObject().ToDictionary(member => member.Name, member => read(member.Value)) : null;
}
