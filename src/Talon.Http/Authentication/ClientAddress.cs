using System.Net;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Tells which address a request comes from.</summary>
public static class ClientAddress
{
    /// <summary>The header in which proxies note whom they speak for, the latest last.</summary>
    public const string Header = "X-Forwarded-For";

    /// <summary>The nearest address that is not a trusted proxy's; null when one of them names what is no address.</summary>
    /// <param name="connection">The other end of the connection; null when it is unknown.</param>
    /// <param name="forwardedFor">The header, all lines of it joined by commas; null for none. Only what trusted proxies wrote is believed.</param>
    /// <param name="trusted">The proxies.</param>
    public static IPAddress? Of(IPAddress? connection, string? forwardedFor, IpRanges trusted)
    {
        var hops = Hops(forwardedFor);
        var address = connection;
        for (var i = hops.Length - 1; i >= 0 && address is not null && trusted.Contain(address); i--)
            address = Parse(hops[i]);
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }

    /// <summary>The last entry of the header, and those before it: for a host whose front end adds the other end of its connection.</summary>
    public static (IPAddress? Connection, string? ForwardedFor) TakeLast(string? forwardedFor)
    {
        var hops = Hops(forwardedFor);
        return hops.Length == 0 ? (null, null) : (Parse(hops[^1]), string.Join(',', hops[..^1]));
    }

    private static string[] Hops(string? forwardedFor) =>
        (forwardedFor ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads an address, with a port or without.</summary>
    private static IPAddress? Parse(string hop) =>
        IPEndPoint.TryParse(hop, out var endpoint) ? endpoint.Address : IPAddress.TryParse(hop, out var address) ? address : null;
}
