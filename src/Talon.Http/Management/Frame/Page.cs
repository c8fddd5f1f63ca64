using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Answers with a page of a list.</summary>
internal static class Page
{
    /// <summary>The shape of a list that says how many there are.</summary>
    public static ObjectSchema Counted(string name, Schema item) => new(name, "A page of a list.")
    {
        Properties =
        [
            Property.Required("totalResultSize", "How many there are in all.", Fields.Count, 1),
            Property.Required("data", "The entries.", new ArraySchema(item)),
        ],
    };

    /// <summary>The shape of a list that says whether there are more.</summary>
    public static ObjectSchema Continued(string name, Schema item) => new(name, "A page of a list.")
    {
        Properties =
        [
            Property.Required("hasMore", "Whether there are more after these.", new BooleanSchema(), false),
            Property.Optional("totalResultSize", "How many there are in all, if asked for.", Fields.Count, 1),
            Property.Required("data", "The entries.", new ArraySchema(item)),
        ],
    };

    /// <summary>A sorted page with the total.</summary>
    public static ApiResponse Counted<T, TBody>(OperationContext context, IEnumerable<T> all, Func<T, SortKey> key, Func<T, TBody> body, JsonTypeInfo<TBody> type)
        where T : IEntity
    {
        var sorted = Sort(context, all, key);
        return Write(context, sorted, writer => writer.WriteNumber("totalResultSize"u8, sorted.Count), (writer, entity) => JsonSerializer.Serialize(writer, body(entity), type));
    }

    /// <summary>A sorted page with the total, whose entries take more to tell.</summary>
    public static async Task<ApiResponse> CountedAsync<T, TBody>(OperationContext context, IEnumerable<T> all, Func<T, SortKey> key, Func<T, Task<TBody>> bodyAsync, JsonTypeInfo<TBody> type)
        where T : IEntity
    {
        var sorted = Sort(context, all, key);
        var bodies = await Task.WhenAll(OnPage(context, sorted).Select(bodyAsync));
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("totalResultSize"u8, sorted.Count);
            writer.WriteStartArray("data"u8);
            foreach (var body in bodies)
                JsonSerializer.Serialize(writer, body, type);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>A sorted page that says whether there are more, and the total when asked for.</summary>
    public static ApiResponse Continued<T, TBody>(OperationContext context, IEnumerable<T> all, Func<T, SortKey> key, Func<T, TBody> body, JsonTypeInfo<TBody> type)
        where T : IEntity => Continued(context, Sort(context, all, key), (writer, entity) => JsonSerializer.Serialize(writer, body(entity), type));

    /// <summary>A page of a list as it stands that says whether there are more, and the total when asked for.</summary>
    public static ApiResponse Continued<T>(OperationContext context, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write) => Write(
        context,
        all,
        writer =>
        {
            writer.WriteBoolean("hasMore"u8, (long)context.Get(ManagementParameters.Skip) + context.Get(ManagementParameters.PageSize) < all.Count);
            if (context.Operation.Parameters.Contains(ManagementParameters.WithTotal) && context.Get(ManagementParameters.WithTotal))
                writer.WriteNumber("totalResultSize"u8, all.Count);
        },
        write);

    /// <summary>A page of a list as it stands, with the total.</summary>
    public static ApiResponse Counted<T>(OperationContext context, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write) =>
        Write(context, all, writer => writer.WriteNumber("totalResultSize"u8, all.Count), write);

    private static IEnumerable<T> OnPage<T>(OperationContext context, IReadOnlyList<T> all) => all.Skip(context.Get(ManagementParameters.Skip)).Take(context.Get(ManagementParameters.PageSize));

    private static List<T> Sort<T>(OperationContext context, IEnumerable<T> all, Func<T, SortKey> key)
        where T : IEntity => context.Get(ManagementParameters.Sort) switch
        {
            "-id" => [.. all.OrderByDescending(entity => entity.Id)],
            "created" => [.. all.OrderBy(entity => key(entity).Created).ThenBy(entity => entity.Id)],
            "-created" => [.. all.OrderByDescending(entity => key(entity).Created).ThenByDescending(entity => entity.Id)],
            "name" => [.. all.OrderBy(entity => key(entity).Name, StringComparer.Ordinal).ThenBy(entity => entity.Id)],
            "-name" => [.. all.OrderByDescending(entity => key(entity).Name, StringComparer.Ordinal).ThenByDescending(entity => entity.Id)],
            _ => [.. all.OrderBy(entity => entity.Id)],
        };

    private static ApiResponse Write<T>(OperationContext context, IReadOnlyList<T> all, Action<Utf8JsonWriter> head, Action<Utf8JsonWriter, T> write) =>
        ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            head(writer);
            writer.WriteStartArray("data"u8);
            foreach (var entry in OnPage(context, all))
                write(writer, entry);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
