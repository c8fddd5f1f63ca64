using System.Net;
using System.Net.Sockets;

namespace Talon.Http;

/// <summary>Tells public addresses from those of private networks, of this machine, of the link, and of no use.</summary>
/// <remarks>Source: the special-purpose address registries of IANA (RFC 6890).</remarks>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Others =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether an address is public; one that holds another address is what that one is.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address))
            return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12, 4)));
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && SixToFour.Contains(address))
            return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(2, 4)));
        return !Others.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
