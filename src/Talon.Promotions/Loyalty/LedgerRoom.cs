namespace Talon.Promotions;

/// <summary>How much one transaction may do to points, so that it stays within what a store takes: rows, and what is noted of lots in one row.</summary>
/// <remarks>Whoever runs out of it leaves the rest to the next transaction. Who only reads has room for everything.</remarks>
internal sealed class LedgerRoom
{
    private const int UsualPages = 16;
    private const int LatePages = 6;
    private const long UsualSize = 600_000;
    private const long LateSize = 200_000;

    private int _pages;
    private long _size;

    private LedgerRoom(int pages, long size) => (_pages, _size, Late) = (pages, size, this);

    /// <summary>The room for what the clock did, which must not take that of what is asked for.</summary>
    public LedgerRoom Late { get; private init; }

    /// <summary>Room for everything: nothing of it is written.</summary>
    public static LedgerRoom ToRead() => new(int.MaxValue, long.MaxValue);

    /// <summary>The room of one transaction.</summary>
    public static LedgerRoom ToWrite() => new(UsualPages, UsualSize) { Late = new(LatePages, LateSize) };

    /// <summary>About how many bytes a lot takes in a row, compressed; rather too many.</summary>
    public static int Size(Lot lot) => 150 + (3 * (lot.Session?.Length ?? 0)) + lot.Name.Length;

    /// <summary>Takes the room for opening a page; false when there is none left.</summary>
    public bool TryOpen() => _pages > 0 && _pages-- > 0;

    /// <summary>Takes the room for noting what happens to a lot; false when there is none left.</summary>
    public bool TryNote(Lot lot, int times = 1)
    {
        var size = (long)Size(lot) * times;
        if (size > _size)
            return false;
        _size -= size;
        return true;
    }
}
