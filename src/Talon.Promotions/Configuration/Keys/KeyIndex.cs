namespace Talon.Promotions;

/// <summary>Finds keys by their prefix.</summary>
internal sealed class KeyIndex<T>(IEnumerable<T> keys)
    where T : class, IKey
{
    private readonly ILookup<string, T> _byPrefix = keys.ToLookup(key => key.Prefix, StringComparer.Ordinal);

    /// <summary>The stored key of a whole key, valid or not; null when there is none.</summary>
    public T? Find(string key) => _byPrefix[KeySecret.PrefixOf(key)].FirstOrDefault(stored => KeySecret.Matches(key, stored.SecretHash));
}
