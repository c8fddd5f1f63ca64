namespace Talon.Promotions;

/// <summary>What became of points after they were granted: when they were activated, and when they end or ended. Their log is read from its end.</summary>
/// <param name="left">Points that are left, by transaction; they know it themselves.</param>
internal sealed class LaterChanges(IReadOnlyDictionary<string, Lot> left)
{
    private readonly Dictionary<string, (DateTimeOffset? From, DateTimeOffset? Until)> _changed = [];

    /// <summary>Takes note of an entry that may tell it; of two, the later one counts.</summary>
    public void Note(LedgerEntry entry)
    {
        if (left.ContainsKey(entry.Transaction))
            return;
        switch (entry.Kind)
        {
            case LedgerEntryKind.Activation when !_changed.TryGetValue(entry.Transaction, out var moved) || moved.From is null:
                _changed[entry.Transaction] = (entry.From, moved.Until ?? entry.Until);
                break;
            case LedgerEntryKind.ExpiryChange:
                _changed.TryAdd(entry.Transaction, (null, entry.Until));
                break;
            case LedgerEntryKind.Expiry when entry.Lot is { } lot:
                _changed.TryAdd(entry.Transaction, (lot.From, lot.Until));
                break;
        }
    }

    /// <summary>A grant with what became of it; any other entry as it is.</summary>
    public LedgerEntry Apply(LedgerEntry entry)
    {
        if (entry.Kind != LedgerEntryKind.Addition)
            return entry;
        if (left.TryGetValue(entry.Transaction, out var lot))
            return entry with { From = lot.From, Until = lot.Until };
        return _changed.TryGetValue(entry.Transaction, out var changed) ? entry with { From = changed.From ?? entry.From, Until = changed.Until ?? entry.Until } : entry;
    }
}
