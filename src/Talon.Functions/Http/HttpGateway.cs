using System.Net;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Functions;

/// <summary>Hands requests from the worker to the API, and its answers back.</summary>
public sealed class HttpGateway(TalonApplication application, DurableTurnstiles turnstiles, PendingWork pending)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="durable">The client for contended ids; it is kept, not called.</param>
    /// <param name="cancellation">The caller went away, or the host stops.</param>
    public async Task<HttpResponseData> HandleAsync(HttpRequestData request, DurableTaskClient? durable, CancellationToken cancellation)
    {
        if (durable is not null)
            turnstiles.Use(durable);
        var answer = await application.Api.HandleAsync(Read(request, application.TrustedProxies), cancellation);
        pending.Add(answer.AfterAnswer.RunAsync());
        return await WriteAsync(request, answer, cancellation);
    }

    private static ApiRequest Read(HttpRequestData request, IpRanges trustedProxies)
    {
        // The front end adds the other end of its connection.
        var (connection, forwardedFor) = ClientAddress.TakeLast(
            request.Headers.NonValidated.TryGetValues(ClientAddress.Header, out var lines) ? string.Join(',', lines) : null);
        var (path, query) = RequestTarget.Read(request.Url.OriginalString, Header);
        return new ApiRequest
        {
            Method = request.Method.ToUpperInvariant(),
            Path = path,
            Query = query,
            Header = Header,
            Address = ClientAddress.Of(connection, forwardedFor, trustedProxies),
            Body = request.Body,
        };

        string? Header(string name) => request.Headers.NonValidated.TryGetValues(name, out var values) && values.Count == 1 ? values.ToString() : null;
    }

    private static async Task<HttpResponseData> WriteAsync(HttpRequestData request, ApiResponse answer, CancellationToken cancellation)
    {
        var response = request.CreateResponse();
        response.StatusCode = (HttpStatusCode)answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers.TryAddWithoutValidation(name, value);
        if (answer.ContentType is { } contentType)
        {
            response.Headers.TryAddWithoutValidation("Content-Type", contentType);
            if (answer.Stream is { } write)
                await write(response.Body, cancellation);
            else
                await response.Body.WriteAsync(answer.Body, cancellation);
        }

        return response;
    }
}
