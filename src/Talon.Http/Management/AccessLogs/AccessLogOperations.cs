using System.Text.Json;
using System.Text.RegularExpressions;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Reading which calls an Application received.</summary>
internal static class AccessLogOperations
{
    private const int FarthestBack = 10_000;
    private static readonly Parameter<string?> Path = Parameters.Text("path", "Only calls whose path matches this regular expression.");
    private static readonly Parameter<string?> Method = Parameters.Choice("method", "Only calls with this method.", ["get", "put", "post", "delete", "patch"]);
    private static readonly Parameter<string?> Status = Parameters.Choice("status", "Only calls that succeeded, or failed.", ["success", "error"]);
    private static readonly Parameter<DateTimeOffset?> RangeStart = Parameters.Time("rangeStart", "Only calls after this; required.");
    private static readonly Parameter<DateTimeOffset?> RangeEnd = Parameters.Time("rangeEnd", "Only calls before this; required.");
    private static readonly Parameter<string?> Sort = Parameters.Sort("time");

    private static readonly ObjectSchema Entry = new("AccessLogEntry", "A call that an Application received.")
    {
        Properties =
        [
            Property.Required("uuid", "Names it.", StringSchema.Uuid, "606e7d34-2d36-4d53-ac71-d4442c325985"),
            Property.Required("status", "The status of the answer.", new IntegerSchema(), 200),
            Property.Required("method", "The method.", StringSchema.Text, "PUT"),
            Property.Required("requestUri", "Path and query.", StringSchema.Text, "/v2/customer_sessions/Session136667"),
            Property.Required("time", "When it came.", StringSchema.DateTime, "2026-01-16T16:00:00.700763Z"),
            Property.Required("requestPayload", "The body; of a long one the first 16 KiB.", StringSchema.Text, "{}"),
            Property.Required("responsePayload", "The answer's body; of a long one the first 16 KiB.", StringSchema.Text, "{\"effects\":[]}"),
        ],
    };

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "GET",
            "getAccessLogsWithoutTotalCount",
            "/v1/applications/{applicationId}/access_logs/no_total",
            "List the calls that an Application received in the last 30 days, in the order of their time.",
            [ManagementParameters.Application, Path, Method, Status, RangeStart, RangeEnd, ManagementParameters.PageSize, ManagementParameters.Skip, Sort],
            null,
            new(200, Page.Continued("AccessLogs", Entry), "The calls."),
            ListAsync) with { Review = Review },
    ];

    private static void Review(OperationContext context, List<Problem> problems)
    {
        foreach (var bound in new[] { RangeStart, RangeEnd })
        {
            if (context.Get(bound) is null && problems.All(problem => problem.Parameter != bound.Name))
                problems.Add(new Problem("required", $"\"{bound.Name}\" is required", Parameter: bound.Name));
        }

        if (context.Get(Sort) == "-time" && (long)context.Get(ManagementParameters.Skip) + context.Get(ManagementParameters.PageSize) > FarthestBack)
            problems.Add(new Problem("maximum", $"The latest {FarthestBack} calls can be listed from the last one on; narrow the range down", Parameter: "skip"));
        if (context.Get(Path) is { } path && Expression(path) is null)
            problems.Add(new Problem("pattern", "This is no regular expression, or it looks around or back", Parameter: "path"));
    }

    private static async Task<ApiResponse> ListAsync(OperationContext context, CancellationToken cancellation)
    {
        var application = context.Get(ManagementParameters.Application);
        (await context.Services.Account.Configurations.GetAsync(cancellation)).RequireApplication(application);
        var path = context.Get(Path) is { } pattern ? Expression(pattern) : null;
        var found = context.Services.Promotions.AccessLogs
            .ReadAsync(application, context.Get(RangeStart)!.Value, context.Get(RangeEnd)!.Value, cancellation)
            .Where(entry => Admits(context, path, entry));
        var (skip, size) = (context.Get(ManagementParameters.Skip), context.Get(ManagementParameters.PageSize));
        var page = context.Get(Sort) == "-time" ? await LastAsync(found, skip, size, cancellation) : await found.Skip(skip).Take(size + 1).ToListAsync(cancellation);
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("hasMore"u8, page.Count > size);
            writer.WriteStartArray("data"u8);
            foreach (var entry in page.Take(size))
                JsonSerializer.Serialize(writer, entry with { Texts = null }, ManagementJson.Api.AccessLogEntry);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static bool Admits(OperationContext context, Regex? path, AccessLogEntry entry) =>
        (path is null || path.IsMatch(entry.RequestUri.Split('?')[0]))
        && (context.Get(Method) is not { } method || method.Equals(entry.Method, StringComparison.OrdinalIgnoreCase))
        && (context.Get(Status) is not { } status || status == (entry.Status < 400 ? "success" : "error"));

    /// <summary>A page counted from the end, and one entry more if there is one; no more than that is held.</summary>
    private static async Task<List<AccessLogEntry>> LastAsync(IAsyncEnumerable<AccessLogEntry> found, int skip, int size, CancellationToken cancellation)
    {
        var last = new Queue<AccessLogEntry>();
        await foreach (var entry in found.WithCancellation(cancellation))
        {
            last.Enqueue(entry);
            if (last.Count > skip + size + 1)
                last.Dequeue();
        }

        return [.. last.Reverse().Skip(skip)];
    }

    /// <summary>An expression that takes time in proportion to the text; null for what is none.</summary>
    private static Regex? Expression(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
