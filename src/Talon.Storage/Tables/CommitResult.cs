namespace Talon.Storage;

/// <summary>What became of a transaction.</summary>
/// <param name="ETags">The new ETags in the order of the changes, "" for deletes; null when nothing was written.</param>
/// <param name="ConflictKey">The row key whose condition failed; null when the transaction was applied.</param>
public readonly record struct CommitResult(IReadOnlyList<string>? ETags, string? ConflictKey)
{
    /// <summary>Whether all changes were applied.</summary>
    public bool Committed => ConflictKey is null;

    /// <summary>A transaction that was applied.</summary>
    public static CommitResult Done(IReadOnlyList<string> etags) => new(etags, null);

    /// <summary>A transaction of which nothing was applied.</summary>
    public static CommitResult Conflict(string key) => new(null, key);
}
