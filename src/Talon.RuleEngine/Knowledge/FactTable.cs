namespace Talon.RuleEngine.Knowledge;

/// <summary>Facts by key; what is looked for and not there is noted.</summary>
internal sealed class FactTable<TKey, TFact>(IReadOnlyDictionary<TKey, TFact> known)
    where TKey : notnull
{
    private HashSet<TKey>? _missing;

    public IReadOnlyCollection<TKey> Missing => _missing is null ? [] : _missing;

    public bool TryGet(TKey key, out TFact fact)
    {
        if (known.TryGetValue(key, out fact!))
            return true;
        (_missing ??= []).Add(key);
        return false;
    }
}
