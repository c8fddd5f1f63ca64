namespace Talon.Storage;

/// <summary>Row keys from <paramref name="From"/> (included) up to <paramref name="Until"/> (excluded), in ordinal order.</summary>
/// <param name="From">The smallest key; "" for the first.</param>
/// <param name="Until">The key to stop before; null for the end of the partition.</param>
public readonly record struct KeyRange(string From, string? Until)
{
    /// <summary>The whole partition.</summary>
    public static KeyRange All { get; } = new("", null);

    /// <summary>All keys that begin with <paramref name="prefix"/>.</summary>
    public static KeyRange Prefix(string prefix) => prefix.Length == 0
        ? All
        : new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}
