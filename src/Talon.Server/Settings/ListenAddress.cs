using System.Net;

namespace Talon.Server;

/// <summary>An address to listen on.</summary>
/// <param name="Host">The address; null for all of the machine's.</param>
/// <param name="Port">The port; 0 for any free one.</param>
public readonly record struct ListenAddress(IPAddress? Host, int Port)
{
    /// <summary>Reads an address such as <c>http://127.0.0.1:9000</c>, <c>http://localhost:9000</c> or <c>http://*:9000</c>.</summary>
    public static ListenAddress Parse(string text)
    {
        const string scheme = "http://";
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException($"Cannot listen on {text}: the server speaks plain HTTP. Put a proxy in front of it for HTTPS.");
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            throw Invalid(text);
        var authority = text[scheme.Length..].TrimEnd('/');
        var colon = authority.LastIndexOf(':');
        var hasPort = colon >= 0 && !authority.EndsWith(']');
        var port = 80;
        if (hasPort && (!int.TryParse(authority.AsSpan(colon + 1), out port) || port is < 0 or > IPEndPoint.MaxPort))
            throw Invalid(text);
        var host = hasPort ? authority[..colon] : authority;
        return host switch
        {
            "*" or "+" => new ListenAddress(null, port),
            _ when host.Equals("localhost", StringComparison.OrdinalIgnoreCase) => new ListenAddress(IPAddress.Loopback, port),
            _ => IPAddress.TryParse(host, out var address) ? new ListenAddress(address, port) : throw Invalid(text),
        };
    }

    private static SettingsException Invalid(string text) =>
        new($"Cannot listen on \"{text}\": expected an address such as http://127.0.0.1:9000, http://localhost:9000 or http://*:9000.");
}
