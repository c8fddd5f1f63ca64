namespace Talon.Promotions;

/// <summary>How many points of a ledger can be spent at each moment of a span, with nothing done to them but by the clock.</summary>
internal sealed class ActivePoints
{
    private readonly List<DateTimeOffset> _moments = [];
    private readonly List<decimal> _added = [];
    private readonly Lazy<decimal> _before;

    /// <summary>Reckons them, in one pass however many lots there are.</summary>
    /// <param name="row">The ledger.</param>
    /// <param name="from">Where the span begins.</param>
    /// <param name="until">Where it ends; it is part of the span.</param>
    public ActivePoints(LedgerRow row, DateTimeOffset from, DateTimeOffset until)
    {
        // What becomes active pays what is owed first, so with debts all that ever became active counts.
        var isOwed = row.Owed > 0;
        var start = isOwed ? DateTimeOffset.MinValue : from;
        _before = new(() => isOwed ? 0 : new Ledger(row, from).Balance.Active);
        decimal sum = 0;
        foreach (var (moment, points) in Changes(row, start, until).GroupBy(change => change.Moment, change => change.Points).Select(changes => (changes.Key, changes.Sum())).OrderBy(change => change.Key))
        {
            _moments.Add(moment);
            _added.Add(sum += points);
        }
    }

    /// <summary>The moments after one at which points become active or expire.</summary>
    public IEnumerable<DateTimeOffset> MomentsAfter(DateTimeOffset moment) => _moments.Skip(CountUntil(moment));

    /// <summary>The points at a moment of the span.</summary>
    public decimal At(DateTimeOffset moment) => CountUntil(moment) is > 0 and var count ? _before.Value + _added[count - 1] : _before.Value;

    private int CountUntil(DateTimeOffset moment) => _moments.BinarySearch(moment) is var found && found >= 0 ? found + 1 : ~found;

    private static IEnumerable<(DateTimeOffset Moment, decimal Points)> Changes(LedgerRow row, DateTimeOffset start, DateTimeOffset until)
    {
        var owed = row.Owed;
        foreach (var lot in row.Changing(start, until).Where(lot => lot.From <= until && !(lot.Until <= lot.From)).OrderBy(lot => lot.From).ThenBy(LotBook.Order))
        {
            var paid = Math.Min(owed, lot.Points);
            owed -= paid;
            if (lot.From > start)
                yield return (lot.From.Value, lot.Points - paid);
            if (lot.Until > start && lot.Until <= until)
                yield return (lot.Until.Value, paid - lot.Points);
        }
    }
}
