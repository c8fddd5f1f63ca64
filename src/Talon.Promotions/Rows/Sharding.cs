namespace Talon.Promotions;

/// <summary>Spreads rows over a fixed number of partitions by a hash of what names them.</summary>
internal static class Sharding
{
    /// <summary>The place among so many partitions.</summary>
    /// <param name="hash">What <see cref="Storage.KeyText.Hash"/> gave.</param>
    /// <param name="count">How many partitions there are. What is stored depends on it.</param>
    public static int Of(string hash, int count) => (hash[0] * 5 + hash[1] * 131 + hash[2]) % count;
}
