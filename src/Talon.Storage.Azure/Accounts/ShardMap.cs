using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Talon.Storage.Azure;

/// <summary>Which account holds which partition.</summary>
/// <remarks>
/// A partition belongs for ever to one of <see cref="Shards"/> virtual shards; the map says which connection holds each.
/// Nothing spans partitions, so nothing else knows of accounts.
/// </remarks>
public sealed class ShardMap
{
    /// <summary>The number of virtual shards; it never changes.</summary>
    public const int Shards = 1024;

    private readonly int[] _connectionOfShard;

    private ShardMap(IReadOnlyList<string> connections, int[] connectionOfShard)
    {
        Connections = connections;
        _connectionOfShard = connectionOfShard;
    }

    /// <summary>The names of the connections, each once.</summary>
    public IReadOnlyList<string> Connections { get; }

    /// <summary>All shards in one account.</summary>
    public static ShardMap Single(string connection) => new([connection], new int[Shards]);

    /// <summary>Reads a map such as <c>0-511=TalonStorage;512-1023=TalonStorage2</c>.</summary>
    /// <exception cref="FormatException">It is not of that form, or does not name every shard once.</exception>
    public static ShardMap Parse(string text)
    {
        var connections = new List<string>();
        var map = new int[Shards];
        Array.Fill(map, -1);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (first, last, connection) = ParsePart(part);
            if (!connections.Contains(connection))
                connections.Add(connection);
            for (var shard = first; shard <= last; shard++)
            {
                if (map[shard] >= 0)
                    throw new FormatException($"The shard map names shard {shard} twice.");
                map[shard] = connections.IndexOf(connection);
            }
        }

        var missing = Array.IndexOf(map, -1);
        return missing < 0 ? new(connections, map) : throw new FormatException($"The shard map does not name shard {missing}; it must name 0 to {Shards - 1}.");
    }

    /// <summary>The virtual shard of a partition: the first 32 bits of its key's SHA-256, modulo <see cref="Shards"/>.</summary>
    public static int ShardOf(string partition)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(partition), hash);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % Shards);
    }

    /// <summary>The position in <see cref="Connections"/> of the account that holds a partition.</summary>
    public int ConnectionOf(string partition) => Connections.Count == 1 ? 0 : _connectionOfShard[ShardOf(partition)];

    private static (int First, int Last, string Connection) ParsePart(string part)
    {
        if (part.Split('=') is not [var range, { Length: > 0 } connection])
            throw Malformed(part);
        var bounds = range.Split('-');
        if (bounds.Length > 2 || !TryParse(bounds[0], out var first) || !TryParse(bounds[^1], out var last) || last < first)
            throw Malformed(part);
        return (first, last, connection);
    }

    private static bool TryParse(string text, out int shard) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out shard) && shard < Shards;

    private static FormatException Malformed(string part) => new($"The shard map expects FIRST-LAST=CONNECTION, shards 0 to {Shards - 1}, and has '{part}'.");
}
