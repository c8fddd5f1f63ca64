namespace Talon.Promotions;

/// <summary>A ledger at work: what is done to points at one moment, and the entries that come of it.</summary>
/// <remarks>
/// Whatever the clock did since the ledger was last touched is caught up with first, in the order in which it happened: points
/// that become active pay what is owed, then points expire.
/// </remarks>
internal sealed class Ledger
{
    private readonly List<Lot> _lots;
    private readonly List<LedgerEntry> _entries = [];
    private readonly string _subledger;
    private readonly DateTimeOffset _now;
    private decimal _owed;
    private decimal _spent;
    private decimal _expired;
    private readonly DateTimeOffset? _claimed;
    private DateTimeOffset? _wiped;

    /// <summary>Opens a ledger.</summary>
    public Ledger(LedgerRow row, DateTimeOffset now)
    {
        (_subledger, _now, _lots, _claimed) = (row.Subledger, now, [.. row.Lots], row.Claimed);
        (_owed, _spent, _expired, _wiped, Tier) = (row.Owed, row.Spent, row.Expired, row.Wiped, row.Tier);
        CatchUp();
    }

    /// <summary>The tier last reached.</summary>
    public HeldTier? Tier { get; set; }

    /// <summary>The ledger as it is to be stored.</summary>
    public LedgerRow Row => new() { Subledger = _subledger, Lots = [.. _lots], Owed = _owed, Spent = _spent, Expired = _expired, Wiped = _wiped, Claimed = _claimed, Tier = Tier };

    /// <summary>What happened, the clock's doing included.</summary>
    public IReadOnlyList<LedgerEntry> Entries => _entries;

    /// <summary>Points that are left.</summary>
    public IReadOnlyList<Lot> Lots => _lots;

    /// <summary>The points now.</summary>
    public LedgerBalance Balance
    {
        get
        {
            var active = _lots.Where(lot => lot.IsActive(_now)).Sum(lot => lot.Points);
            var pending = _lots.Where(lot => lot.IsPending(_now)).Sum(lot => lot.Points);
            return new(active, pending, _owed, _spent, _expired);
        }
    }

    /// <summary>Forgets all points, owed ones too, and the tier.</summary>
    public void Wipe()
    {
        _lots.Clear();
        _entries.Clear();
        (_owed, _spent, _expired, _wiped, Tier) = (0, 0, 0, _now, null);
    }

    /// <summary>Adds points.</summary>
    public void Add(Lot lot, LedgerOrigin? origin)
    {
        if (IsForgotten(lot))
            return;
        if (lot.Points > 0)
            _lots.Add(lot);
        Note(LedgerEntryKind.Addition, lot.Id, lot.Points, entry => entry with
        {
            Id = lot.EntryId,
            Name = lot.Name,
            From = lot.From,
            Until = lot.Until,
            Validity = lot.Validity,
            Origin = origin,
        });
        CatchUp();
    }

    /// <summary>Spends active points: those that expire first, among those that never do the oldest. Null when there are too few.</summary>
    public IReadOnlyList<Lot>? Spend(decimal points, LedgerEntry entry)
    {
        if (Balance.Active < points)
            return null;
        var taken = TakeActive(points);
        _spent += points;
        _entries.Add(entry with { Kind = LedgerEntryKind.Deduction, Points = -points });
        return taken;
    }

    /// <summary>Gives back points that were spent.</summary>
    public void Return(IReadOnlyList<Lot> lots, LedgerEntry entry)
    {
        lots = [.. lots.Where(lot => !IsForgotten(lot))];
        if (lots.Count == 0)
            return;
        var points = lots.Sum(lot => lot.Points);
        _spent -= points;
        _entries.Add(entry with { Kind = LedgerEntryKind.DeductionRollback, Points = points });
        PutBack(lots);
    }

    /// <summary>Takes back points that were granted.</summary>
    /// <param name="granted">The grant as it was made.</param>
    /// <param name="points">How many of them to take back.</param>
    /// <param name="gone">How many of them expired or were taken back before.</param>
    /// <param name="policy">How far to go.</param>
    /// <param name="entry">What to note.</param>
    public TakenBack TakeBack(Lot granted, decimal points, decimal gone, ReturnPolicy policy, LedgerEntry entry)
    {
        gone -= _entries.Where(other => other.Kind == LedgerEntryKind.Expiry && other.Transaction == granted.Id).Sum(other => other.Points);
        var wanted = IsForgotten(granted) ? 0 : Math.Clamp(granted.Points - gone, 0, points);
        var taken = new List<Lot>();
        if (_lots.Find(lot => lot.Id == granted.Id) is { } own && (policy != ReturnPolicy.OnlyPending || own.IsPending(_now)))
            taken.AddRange(Take([own], wanted));
        if (policy != ReturnPolicy.OnlyPending)
            taken.AddRange(TakeActive(wanted - taken.Sum(lot => lot.Points)));
        var owed = policy == ReturnPolicy.Unlimited ? wanted - taken.Sum(lot => lot.Points) : 0;
        _owed += owed;
        var result = new TakenBack(granted, taken, owed);
        if (result.Points > 0)
            _entries.Add(entry with { Kind = LedgerEntryKind.AdditionRollback, Points = -result.Points, CreatesNegative = owed > 0 });
        return result;
    }

    /// <summary>Undoes a taking back that never was confirmed.</summary>
    public void Regrant(TakenBack undone)
    {
        if (IsForgotten(undone.Granted))
            return;
        var forgiven = Math.Min(_owed, undone.Owed);
        _owed -= forgiven;
        PutBack(undone.Owed > forgiven ? [.. undone.Lots, undone.Granted with { Points = undone.Owed - forgiven }] : undone.Lots);
    }

    /// <summary>Undoes a spending that never was confirmed.</summary>
    public void Unspend(IReadOnlyList<Lot> lots)
    {
        lots = [.. lots.Where(lot => !IsForgotten(lot))];
        _spent -= lots.Sum(lot => lot.Points);
        PutBack(lots);
    }

    /// <summary>Activates points that wait; the number of transactions.</summary>
    public int Activate(Func<Lot, bool> which, TimeZoneInfo zone)
    {
        var activated = 0;
        for (var i = 0; i < _lots.Count; i++)
        {
            if (!_lots[i].Waits || _lots[i].IsExpired(_now) || !which(_lots[i]))
                continue;
            var until = _lots[i].Validity is { } validity ? RuleEngine.Duration.Parse(validity)?.After(_now, zone) : _lots[i].Until;
            _lots[i] = _lots[i] with { From = _now, Until = until };
            Note(LedgerEntryKind.Activation, _lots[i].Id, 0, entry => entry with { From = _now, Until = until, Lot = _lots[i] });
            activated++;
        }

        CatchUp();
        return activated;
    }

    /// <summary>Moves the end of points that have not expired.</summary>
    public void MoveExpiry(string transaction, DateTimeOffset until)
    {
        var at = _lots.FindIndex(lot => lot.Id == transaction);
        if (at < 0)
            return;
        _lots[at] = _lots[at] with { Until = until, Validity = null };
        Note(LedgerEntryKind.ExpiryChange, transaction, 0, entry => entry with { Until = until });
        CatchUp();
    }

    private bool IsForgotten(Lot lot) => lot.Created <= _wiped;

    private void PutBack(IReadOnlyList<Lot> lots)
    {
        foreach (var lot in lots)
        {
            var at = _lots.FindIndex(other => other.Id == lot.Id);
            if (at < 0)
                _lots.Add(lot);
            else
                _lots[at] = _lots[at] with { Points = _lots[at].Points + lot.Points };
        }

        CatchUp();
    }

    private List<Lot> TakeActive(decimal points) => Take(
        _lots.Where(lot => lot.IsActive(_now)).OrderBy(lot => lot.Until ?? DateTimeOffset.MaxValue).ThenBy(lot => lot.Created).ThenBy(lot => lot.EntryId),
        points);

    /// <summary>Takes points from lots in the order given, as far as they go.</summary>
    private List<Lot> Take(IEnumerable<Lot> from, decimal points)
    {
        var taken = new Dictionary<string, Lot>();
        foreach (var lot in from)
        {
            if (points <= 0)
                break;
            taken[lot.Id] = lot with { Points = Math.Min(points, lot.Points) };
            points -= taken[lot.Id].Points;
        }

        for (var i = _lots.Count - 1; i >= 0 && taken.Count > 0; i--)
        {
            if (!taken.TryGetValue(_lots[i].Id, out var share))
                continue;
            if (share.Points == _lots[i].Points)
                _lots.RemoveAt(i);
            else
                _lots[i] = _lots[i] with { Points = _lots[i].Points - share.Points };
        }

        return [.. taken.Values];
    }

    private void CatchUp()
    {
        if (_owed > 0)
        {
            var paying = _lots.Where(lot => lot.From <= _now && !(lot.Until <= lot.From)).OrderBy(lot => lot.From).ThenBy(lot => lot.Until ?? DateTimeOffset.MaxValue);
            _owed -= Take(paying, _owed).Sum(lot => lot.Points);
        }

        foreach (var lot in Take(_lots.Where(lot => lot.IsExpired(_now)).OrderBy(lot => lot.Until), decimal.MaxValue))
        {
            _expired += lot.Points;
            Note(LedgerEntryKind.Expiry, lot.Id, -lot.Points, entry => entry with { At = lot.Until!.Value, Lot = lot });
        }
    }

    private void Note(LedgerEntryKind kind, string transaction, decimal points, Func<LedgerEntry, LedgerEntry> fill) =>
        _entries.Add(fill(new LedgerEntry { Kind = kind, Transaction = transaction, Subledger = _subledger, Points = points, At = _now }));
}
