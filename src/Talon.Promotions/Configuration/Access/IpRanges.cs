using System.Net;
using System.Runtime.CompilerServices;

namespace Talon.Promotions;

/// <summary>Lists of addresses in CIDR form, such as <c>10.0.0.0/8</c>, <c>2001:db8::/32</c> or a single address.</summary>
public sealed class IpRanges
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, IpRanges> Known = [];

    private readonly IPNetwork[] _networks;

    private IpRanges(IEnumerable<string> ranges) => _networks = [.. ranges.Select(range => TryParse(range, out var network) ? network : throw new FormatException($"\"{range}\" is no range of addresses."))];

    /// <summary>No addresses.</summary>
    public static IpRanges None { get; } = new([]);

    /// <summary>The ranges of a list that was checked; kept as long as the list is.</summary>
    /// <exception cref="FormatException">One of them is none.</exception>
    public static IpRanges Of(IReadOnlyList<string> ranges) => Known.GetValue(ranges, static list => new(list));

    /// <summary>The ranges of a text, separated by commas; null and "" for none.</summary>
    /// <exception cref="FormatException">One of them is none.</exception>
    public static IpRanges Parse(string? text) => new((text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Reads a range. The bits after its prefix are zero.</summary>
    public static bool TryParse(string text, out IPNetwork network)
    {
        network = default;
        if (text.Contains('/', StringComparison.Ordinal))
            return IPNetwork.TryParse(text, out network);
        if (!IPAddress.TryParse(text, out var address))
            return false;
        network = new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128);
        return true;
    }

    /// <summary>Whether an address is in one of them. An IPv4 address written as IPv6 counts as the former.</summary>
    public bool Contain(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_networks, network => network.Contains(plain));
    }
}
