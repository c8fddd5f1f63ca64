namespace Talon.RuleEngine.Indexing;

/// <summary>Campaigns by the stores that they are linked to.</summary>
internal sealed class StoreIndex
{
    private readonly Dictionary<long, int[]> _places;

    public StoreIndex(IEnumerable<(long Store, int Place)> entries) =>
        _places = entries.GroupBy(entry => entry.Store, entry => entry.Place).ToDictionary(group => group.Key, group => group.ToArray());

    public void Find(StoreFacts? store, CandidateSet candidates)
    {
        if (store is not null && _places.TryGetValue(store.Id, out var places))
            candidates.AddAll(places);
    }
}
