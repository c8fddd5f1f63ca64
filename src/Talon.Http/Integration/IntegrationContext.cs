using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>What calls of the Integration API have in common.</summary>
internal static class IntegrationContext
{
    /// <summary>The Application that the key selected, as it now is.</summary>
    public static async Task<ApplicationConfiguration> ApplicationAsync(this OperationContext context, CancellationToken cancellation) =>
        (await context.Services.Account.Configurations.GetAsync(cancellation)).For(context.Caller.ApplicationId);

    /// <summary>An answer with a list and its length.</summary>
    public static ApiResponse Counted<T>(IReadOnlyCollection<T> entries, JsonTypeInfo<T> type, int status = 200) => Counted(entries, entries.Count, type, status);

    /// <summary>An answer with part of a list, and the length of the whole.</summary>
    public static ApiResponse Counted<T>(IEnumerable<T> page, int total, JsonTypeInfo<T> type, int status = 200) => ApiResponse.Json(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("totalResultSize"u8, total);
        WriteData(writer, page, type);
        writer.WriteEndObject();
    });

    /// <summary>An answer with part of a list, and whether there is more.</summary>
    public static ApiResponse Continued<T>(IEnumerable<T> entries, bool hasMore, JsonTypeInfo<T> type, long? total = null) => ApiResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("hasMore"u8, hasMore);
        if (total is { } count)
            writer.WriteNumber("totalResultSize"u8, count);
        WriteData(writer, entries, type);
        writer.WriteEndObject();
    });

    private static void WriteData<T>(Utf8JsonWriter writer, IEnumerable<T> entries, JsonTypeInfo<T> type)
    {
        writer.WriteStartArray("data"u8);
        foreach (var entry in entries)
            JsonSerializer.Serialize(writer, entry, type);
        writer.WriteEndArray();
    }
}
