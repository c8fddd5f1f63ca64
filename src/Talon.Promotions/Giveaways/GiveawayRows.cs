using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Row keys in the partitions of a giveaway pool.</summary>
/// <remarks>A shelf holds the codes that are handed out next; packs behind it hold the others, those that begin first in front.</remarks>
internal static class GiveawayRows
{
    /// <summary>How many partitions a pool has, so that none of its rows is hot.</summary>
    public const int Shards = 8;

    /// <summary>Most codes in a pack.</summary>
    public const int PackSize = 100;

    /// <summary>The shelf.</summary>
    public const string Shelf = "shelf";

    /// <summary>The shelf and the packs behind it.</summary>
    public static KeyRange Stock { get; } = KeyRange.Prefix(Shelf);

    /// <summary>An import under an idempotency key.</summary>
    public static string Import(IdempotencyKey key) => "import." + KeyText.Hash(key.Key);

    /// <summary>Marks that a part of such an import is in the partition.</summary>
    public static string Import(IdempotencyKey key, int part) => $"{Import(key)}.{KeyText.Number(part)}";

    /// <summary>A pack, by the first moment at which one of its codes may be handed out.</summary>
    public static string Pack(DateTimeOffset? start, long firstId) => $"{Shelf}.{KeyText.Number(start?.UtcTicks ?? 0)}.{KeyText.Number(firstId)}";
}
