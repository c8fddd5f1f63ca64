using System.Security.Claims;
using System.Text;
using Microsoft.Azure.Functions.Worker.Http;

namespace Talon.Functions.Tests;

/// <summary>A request as the worker hands it over: the host has put its URL together, and its header names are in lower case.</summary>
internal sealed class FakeRequest(string method, string url, string? body = null, params IReadOnlyList<(string Name, string Value)> headers)
    : HttpRequestData(new FakeContext())
{
    public override Stream Body { get; } = body is null ? Stream.Null : new MemoryStream(Encoding.UTF8.GetBytes(body));

    public override HttpHeadersCollection Headers { get; } =
        new(headers.Select(header => KeyValuePair.Create(header.Name.ToLowerInvariant(), header.Value)));

    public override IReadOnlyCollection<IHttpCookie> Cookies => [];

    public override Uri Url { get; } = new(url);

    public override IEnumerable<ClaimsIdentity> Identities => [];

    public override string Method => method;

    public override HttpResponseData CreateResponse() => new FakeResponse(FunctionContext);
}
