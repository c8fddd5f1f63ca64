using System.Net;
using System.Runtime.CompilerServices;

namespace Talon.Promotions;

/// <summary>Lists of addresses in CIDR form, such as <c>10.0.0.0/8</c>, <c>2001:db8::/32</c> or a single address.</summary>
public sealed class IpRanges
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, IpRanges> Known = [];

    /// <summary>The length of ::ffff:0:0, in front of an IPv4 address.</summary>
    private const int MappedPrefix = 96;

    private readonly IPNetwork[] _networks;

    private IpRanges(IEnumerable<string> ranges) => _networks = [.. ranges.Select(range => TryRead(range, out var network) ? network : throw new FormatException($"\"{range}\" is no range of addresses."))];

    /// <summary>No addresses.</summary>
    public static IpRanges None { get; } = new([]);

    /// <summary>The ranges of a list that was checked; kept as long as the list is.</summary>
    /// <exception cref="FormatException">One of them is none.</exception>
    public static IpRanges Of(IReadOnlyList<string> ranges) => Known.GetValue(ranges, static list => new(list));

    /// <summary>The ranges of a text, separated by commas; null and "" for none.</summary>
    /// <exception cref="FormatException">One of them is none.</exception>
    public static IpRanges Parse(string? text) => new((text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Whether a text is a range, written as everybody reads it: four decimal numbers without leading zeros, or IPv6 without a zone.</summary>
    public static bool IsRange(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        return TryRead(text, out _)
            && (address.Contains(':', StringComparison.Ordinal) ? !address.Contains('%', StringComparison.Ordinal) : IPAddress.Parse(address).ToString() == address)
            && (slash < 0 || text[(slash + 1)..] is "0" or [not '0', ..]);
    }

    /// <summary>Reads a range. IPv4 addresses written as IPv6 count as the former.</summary>
    private static bool TryRead(string text, out IPNetwork network)
    {
        network = default;
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            if (!IPAddress.TryParse(text, out var address))
                return false;
            network = new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128);
        }
        else if (!IPNetwork.TryParse(text, out network))
        {
            return false;
        }

        if (network.BaseAddress.IsIPv4MappedToIPv6 && network.PrefixLength >= MappedPrefix)
            network = new IPNetwork(network.BaseAddress.MapToIPv4(), network.PrefixLength - MappedPrefix);
        return true;
    }

    /// <summary>Whether an address is in one of them. An IPv4 address written as IPv6 counts as the former.</summary>
    public bool Contain(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_networks, network => network.Contains(plain));
    }
}
