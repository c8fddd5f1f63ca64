using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Server;

/// <summary>Hands requests from Kestrel to the API, and its answers back.</summary>
internal sealed class HttpApplication(Api api, IpRanges trustedProxies) : IHttpApplication<IFeatureCollection>
{
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var aborted = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        var (path, query) = RequestTarget.Split(request.RawTarget);
        var answer = await api.HandleAsync(
            new ApiRequest
            {
                Method = request.Method,
                Path = path,
                Query = query,
                Header = name => request.Headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null,
                Address = ClientAddress.Of(context.Get<IHttpConnectionFeature>()?.RemoteIpAddress, request.Headers[ClientAddress.Header], trustedProxies),
                Body = request.Body,
            },
            aborted);
        try
        {
            await SendAsync(context, answer, aborted);
        }
        finally
        {
            await answer.AfterAnswer.RunAsync();
        }
    }

    private static async Task SendAsync(IFeatureCollection context, ApiResponse answer, CancellationToken aborted)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.ContentType is not { } contentType)
            return;
        response.Headers.ContentType = contentType;
        if (answer.Stream is { } write)
        {
            await write(context.GetRequiredFeature<IHttpResponseBodyFeature>().Stream, aborted);
            return;
        }

        response.Headers.ContentLength = answer.Body.Length;
        await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(answer.Body, aborted);
    }
}
