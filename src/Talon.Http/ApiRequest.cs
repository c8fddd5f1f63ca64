using System.Net;

namespace Talon.Http;

/// <summary>A request as a host received it.</summary>
public sealed class ApiRequest
{
    /// <summary>The method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path as it was sent, still percent-encoded, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it was sent, without the question mark; "" for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>Looks up a header by name, whatever its case; null when it was not sent.</summary>
    public Func<string, string?> Header { get; init; } = static _ => null;

    /// <summary>The address that it comes from, seen through trusted proxies; null when nobody knows. See <see cref="ClientAddress"/>.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The body. It is read only after the caller is known, and never beyond the operation's limit.</summary>
    public Stream Body { get; init; } = Stream.Null;
}
