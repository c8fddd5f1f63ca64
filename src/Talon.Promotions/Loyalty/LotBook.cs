namespace Talon.Promotions;

/// <summary>The lots of a ledger at work: some at hand, and where there are many, most of them put away in pages.</summary>
/// <remarks>
/// At hand are those that are spent next and those that came last. A page that is needed is opened: its lots are at hand then.
/// Where too many are at hand, those in between are put away again.
/// </remarks>
internal sealed class LotBook
{
    /// <summary>The size of a page.</summary>
    private const int PageSize = 48_000;

    /// <summary>The size of what is at hand, beyond which some is put away.</summary>
    private const int MostAtHand = 2 * PageSize;

    /// <summary>So many pages are written at a time, beside all else that a transaction writes.</summary>
    private const int MostPutAway = 30;

    /// <summary>So often pages are tidied at most before points are taken; more than the largest ledger needs.</summary>
    public const int MostTidyings = 60;

    private readonly List<Lot> _atHand;
    private readonly List<LotPage> _pages;
    private readonly List<LotPage> _dropped;
    private readonly LedgerRoom _room;
    private long _lastPage;

    /// <summary>Opens the lots of a stored ledger.</summary>
    public LotBook(LedgerRow row, LedgerRoom room)
    {
        (_atHand, _pages, _dropped, _lastPage, _room) = ([.. row.Lots], [.. row.Pages], [.. row.Dropped], row.LastPage, room);
    }

    /// <summary>All lots.</summary>
    public IEnumerable<Lot> All => _pages.Count == 0 ? _atHand : _atHand.Concat(_pages.SelectMany(page => page.Lots));

    /// <summary>The lots at hand, which may be changed in place.</summary>
    public List<Lot> AtHand => _atHand;

    /// <summary>The order in which points are spent: those that expire first, among those that never do the oldest.</summary>
    public static (DateTimeOffset Until, DateTimeOffset Created, long Entry) Order(Lot lot) => (lot.Until ?? DateTimeOffset.MaxValue, lot.Created, lot.EntryId);

    /// <summary>Points that can be spent.</summary>
    public decimal Active(DateTimeOffset now) => _atHand.Where(lot => lot.IsActive(now)).Sum(lot => lot.Points) + _pages.Sum(page => page.Active(now));

    /// <summary>Points that are to become active.</summary>
    public decimal Pending(DateTimeOffset now) => _atHand.Where(lot => lot.IsPending(now)).Sum(lot => lot.Points) + _pages.Sum(page => page.Pending(now));

    /// <summary>Points that have expired and still are here.</summary>
    public decimal Expired(DateTimeOffset now) => _atHand.Where(lot => lot.IsExpired(now)).Sum(lot => lot.Points) + _pages.Sum(page => page.Expired(now));

    /// <summary>Whether there are points that can be spent.</summary>
    public bool HasActive(DateTimeOffset now) => _atHand.Any(lot => lot.IsActive(now)) || _pages.Any(page => page.Active(now) > 0);

    /// <summary>Whether points have expired and still are here.</summary>
    public bool HasExpired(DateTimeOffset now) => _atHand.Any(lot => lot.IsExpired(now)) || _pages.Any(page => page.HasEnded(now));

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _atHand.Clear();
        _dropped.AddRange(_pages.Where(page => page.Stored is not null));
        _pages.Clear();
    }

    /// <summary>Where a lot is at hand, which is looked for in pages too; -1 when there is none, or no room to open its page.</summary>
    /// <param name="id">Its transaction.</param>
    /// <param name="created">When it was granted; null where that is not known.</param>
    public int Find(string id, DateTimeOffset? created = null)
    {
        var at = _atHand.FindIndex(lot => lot.Id == id);
        if (at >= 0 || _pages.Count == 0)
            return at;
        var page = _pages.Find(page => !(created < page.Oldest) && !(created > page.Newest) && page.Lots.Any(lot => lot.Id == id));
        return page is not null && TryOpen(page, _room) ? _atHand.FindIndex(lot => lot.Id == id) : -1;
    }

    /// <summary>Opens the pages that hold such lots, as far as there is room.</summary>
    public void Open(Func<LotPage, bool> mayHold, Func<Lot, bool> which)
    {
        foreach (var page in _pages.Where(page => mayHold(page) && page.Lots.Any(which)).ToList())
            TryOpen(page, _room);
    }

    /// <summary>Opens pages in an order until enough is at hand, or none is left.</summary>
    /// <param name="which">The pages that matter.</param>
    /// <param name="order">The order.</param>
    /// <param name="enough">Whether enough is at hand, so that the page is not needed.</param>
    /// <param name="room">The room for it.</param>
    /// <returns>The page that was needed and not opened for want of room; null for none.</returns>
    public LotPage? Open<TOrder>(Func<LotPage, bool> which, Func<LotPage, TOrder> order, Func<LotPage, bool> enough, LedgerRoom room)
    {
        while (_pages.Where(which).MinBy(order) is { } next && !enough(next))
        {
            if (!TryOpen(next, room))
                return next;
        }

        return null;
    }

    /// <summary>The ledger with some of its pages written anew, those that are spent first, so that none of them overlaps another in the order of spending.</summary>
    /// <param name="row">The ledger.</param>
    /// <param name="now">The moment.</param>
    /// <param name="points">How many points are to be taken.</param>
    /// <returns>Null where one transaction can take the points, or tidying does not help.</returns>
    public static LedgerRow? Tidied(LedgerRow row, DateTimeOffset now, decimal points)
    {
        if (row.Pages.Count == 0 || new Ledger(row, now, LedgerRoom.ToWrite()).Reaches(points))
            return null;
        var first = row.Pages.Where(page => page.HasBegun(now)).OrderBy(page => page.From).Take(MostPutAway).ToList();
        if (!first.Zip(first.Skip(1)).Any(pair => pair.First.To.CompareTo(pair.Second.From) > 0))
            return null;
        var book = new LotBook(row, LedgerRoom.ToRead());
        var lots = first.SelectMany(page => page.Lots).OrderBy(Order).ToList();
        book._pages.RemoveAll(first.Contains);
        book._dropped.AddRange(first);
        book._pages.AddRange(Split(lots, 0).Select(part => LotPage.Of(++book._lastPage, part)));
        return row with { Pages = [.. book._pages], Dropped = [.. book._dropped], LastPage = book._lastPage };
    }

    /// <summary>What is to be stored.</summary>
    public LedgerRow Fill(LedgerRow row)
    {
        PutAway();
        return row with { Lots = [.. _atHand], Pages = [.. _pages], Dropped = [.. _dropped], LastPage = _lastPage };
    }

    private bool TryOpen(LotPage page, LedgerRoom room)
    {
        if (!room.TryOpen())
            return false;
        _pages.Remove(page);
        if (page.Stored is not null)
            _dropped.Add(page);
        _atHand.AddRange(page.Lots);
        return true;
    }

    private void PutAway()
    {
        if (_atHand.Sum(LedgerRoom.Size) <= MostAtHand)
            return;
        var parts = Split(_atHand.OrderBy(lot => lot.Waits).ThenBy(Order), PageSize / 2);
        _atHand.Clear();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0 && i < parts.Count - 1 && i <= MostPutAway)
                _pages.Add(LotPage.Of(++_lastPage, parts[i]));
            else
                _atHand.AddRange(parts[i]);
        }
    }

    /// <summary>Parts lots into pages.</summary>
    /// <param name="lots">The lots.</param>
    /// <param name="size">How full the first part is already.</param>
    private static List<List<Lot>> Split(IEnumerable<Lot> lots, int size)
    {
        var parts = new List<List<Lot>> { new() };
        foreach (var lot in lots)
        {
            if (size >= PageSize)
            {
                parts.Add([]);
                size = 0;
            }

            parts[^1].Add(lot);
            size += LedgerRoom.Size(lot);
        }

        return parts;
    }
}
