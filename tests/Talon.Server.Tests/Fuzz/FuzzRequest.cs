using System.Net.Http.Headers;

namespace Talon.Server.Tests;

/// <summary>A request made by <see cref="RequestFuzzer"/>.</summary>
internal sealed record FuzzRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Query { get; init; }

    public required string? Authorization { get; init; }

    public required string? IdempotencyKey { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>The request, for one server.</summary>
    public HttpRequestMessage ToMessage(string baseUrl)
    {
        var uri = new Uri(baseUrl + Path + Query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(Method), uri);
        if (Authorization is not null)
            message.Headers.TryAddWithoutValidation("Authorization", Authorization);
        if (IdempotencyKey is not null)
            message.Headers.TryAddWithoutValidation("Idempotency-Key", IdempotencyKey);
        if (Body.Length > 0)
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) } };
        return message;
    }

    public override string ToString() => $"{Method} {Path}{Query} {System.Text.Encoding.UTF8.GetString(Body)}";
}
