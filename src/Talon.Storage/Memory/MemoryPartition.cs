namespace Talon.Storage;

/// <summary>The rows of one partition. Not synchronised.</summary>
internal sealed class MemoryPartition
{
    private readonly SortedList<string, Row> _rows = new(StringComparer.Ordinal);

    public IEnumerable<Row> Rows => _rows.Values;

    public Row? Read(string key) => _rows.GetValueOrDefault(key);

    public RowPage ReadRange(KeyRange range, int take)
    {
        var page = new PageBuilder(range, take);
        for (var i = FirstFrom(range.From); i < _rows.Count; i++)
        {
            var row = _rows.GetValueAtIndex(i);
            if (range.Until is { } until && string.CompareOrdinal(row.Key, until) >= 0)
                break;
            if (!page.Fits(row.Body.Length))
                return page.Until(row.Key);
            page.Add(row);
        }

        return page.Last();
    }

    public CommitResult Apply(IReadOnlyList<Change> changes, Func<string> nextETag)
    {
        foreach (var change in changes)
        {
            if (!Holds(change))
                return CommitResult.Conflict(change.Key);
        }

        return CommitResult.Done([.. changes.Select(change => Apply(change, nextETag))]);
    }

    private bool Holds(Change change) => change.Kind switch
    {
        ChangeKind.Insert => !_rows.ContainsKey(change.Key),
        ChangeKind.Upsert => true,
        _ => Read(change.Key)?.ETag == change.ETag,
    };

    private string Apply(Change change, Func<string> nextETag)
    {
        if (change.Kind == ChangeKind.Delete)
        {
            _rows.Remove(change.Key);
            return "";
        }

        var etag = nextETag();
        _rows[change.Key] = new(change.Key, etag, change.Body.ToArray());
        return etag;
    }

    private int FirstFrom(string key)
    {
        int low = 0, high = _rows.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_rows.GetKeyAtIndex(middle), key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
