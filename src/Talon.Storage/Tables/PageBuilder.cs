namespace Talon.Storage;

/// <summary>Collects the rows of a page up to its limits.</summary>
internal sealed class PageBuilder(KeyRange range, int take)
{
    private readonly List<Row> _rows = [];
    private int _size;

    /// <summary>Whether a row with a body of this many bytes still belongs to the page.</summary>
    public bool Fits(int body) => _rows.Count == 0 || (_rows.Count < take && _size + body <= StorageLimits.MaxPageBody);

    /// <summary>Adds a row that fits.</summary>
    public void Add(Row row)
    {
        _rows.Add(row);
        _size += row.Body.Length;
    }

    /// <summary>The page, when the range has no more rows.</summary>
    public RowPage Last() => new(_rows, null);

    /// <summary>The page, when the range goes on with <paramref name="nextKey"/>.</summary>
    public RowPage Until(string nextKey) => new(_rows, range with { From = nextKey });
}
