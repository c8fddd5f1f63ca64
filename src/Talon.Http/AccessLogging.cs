using System.Text;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Keeps calls of the Integration API for their Application, after they are answered.</summary>
internal static class AccessLogging
{
    /// <summary>Longest part of a body that is kept, in bytes.</summary>
    private const int LongestPayload = 16 * 1024;

    /// <summary>Has a call kept, when it came with an Application's key and the Application wants it.</summary>
    public static void Record(ApiServices services, ApiRequest request, RequestTrace trace, ApiResponse response)
    {
        if (trace.ApplicationId == 0)
            return;
        trace.AfterAnswer.Add(() =>
            services.Promotions.Configurations.Current.Applications.Find(trace.ApplicationId)?.EnableAccessLogs == false
                ? Task.CompletedTask
                : services.Promotions.AccessLogs.RecordAsync(trace.ApplicationId, Entry(request, trace, response)));
    }

    private static AccessLogEntry Entry(ApiRequest request, RequestTrace trace, ApiResponse response) => new(
        Guid.Empty,
        response.Status,
        request.Method,
        request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}",
        trace.Arrived,
        Text(trace.Body),
        Text(response.Body))
    {
        Texts = trace.Body.Length > LongestPayload || response.Body.Length > LongestPayload ? TextFilter.Of(trace.Body, response.Body) : null,
    };

    private static string Text(ReadOnlyMemory<byte> body) => body.Length <= LongestPayload
        ? Encoding.UTF8.GetString(body.Span)
        : Encoding.UTF8.GetString(body.Span[..LongestPayload]) + "...";
}
