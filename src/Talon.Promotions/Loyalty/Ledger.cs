namespace Talon.Promotions;

/// <summary>A ledger at work: what is done to points at one moment, and the entries that come of it.</summary>
/// <remarks>
/// Whatever the clock did since the ledger was last touched is caught up with first, in the order in which it happened: points
/// that become active pay what is owed, then points expire. Where that is more than one transaction takes, the rest is caught up
/// with by the next one; what can be spent does not depend on it.
/// </remarks>
internal sealed class Ledger
{
    private readonly LotBook _lots;
    private readonly LedgerRoom _room;
    private readonly List<LedgerEntry> _entries = [];
    private readonly string _subledger;
    private readonly DateTimeOffset _now;
    private decimal _owed;
    private decimal _spent;
    private decimal _expired;
    private readonly DateTimeOffset? _claimed;
    private DateTimeOffset? _wiped;

    /// <summary>Opens a ledger.</summary>
    /// <param name="row">The ledger as it is stored.</param>
    /// <param name="now">The moment.</param>
    /// <param name="room">How much may be done; null where nothing is written, and so everything.</param>
    public Ledger(LedgerRow row, DateTimeOffset now, LedgerRoom? room = null)
    {
        _room = room ?? LedgerRoom.ToRead();
        (_subledger, _now, _lots, _claimed) = (row.Subledger, now, new LotBook(row, _room), row.Claimed);
        (_owed, _spent, _expired, _wiped, Tier, Reckoned) = (row.Owed, row.Spent, row.Expired, row.Wiped, row.Tier, row.Reckoned);
        Opened = row;
        CatchUp();
    }

    /// <summary>The ledger as it was before; empty once it is wiped.</summary>
    public LedgerRow Opened { get; private set; }

    /// <summary>The tier last reached.</summary>
    public HeldTier? Tier { get; set; }

    /// <summary>Until when the tier was reckoned.</summary>
    public DateTimeOffset? Reckoned { get; set; }

    /// <summary>The ledger as it is to be stored.</summary>
    public LedgerRow Row => _lots.Fill(new() { Subledger = _subledger, Owed = _owed, Spent = _spent, Expired = _expired, Wiped = _wiped, Claimed = _claimed, Tier = Tier, Reckoned = Reckoned });

    /// <summary>What happened, the clock's doing included.</summary>
    public IReadOnlyList<LedgerEntry> Entries => _entries;

    /// <summary>Points that are left.</summary>
    public IEnumerable<Lot> Lots => _lots.All;

    /// <summary>Whether there are points that can be spent.</summary>
    public bool HasActive => _lots.HasActive(_now);

    /// <summary>Whether time did more than one transaction could note, so that another one has something to note.</summary>
    public bool IsBehind => _lots.HasExpired(_now) || (_owed > 0 && HasActive);

    /// <summary>The most points that one transaction can take; less than the active ones where these are of very many grants.</summary>
    public decimal Spendable => Reach(decimal.MaxValue).Sum(lot => lot.Points);

    /// <summary>Whether so many points can be taken, or all that there are where there are fewer.</summary>
    public bool Reaches(decimal points) => Reach(points) is var reach && reach.Sum(lot => lot.Points) >= Math.Min(points, _lots.Active(_now));

    /// <summary>The points now.</summary>
    public LedgerBalance Balance
    {
        get
        {
            var active = _lots.Active(_now);
            var paying = Math.Min(active, _owed);
            return new(active - paying, _lots.Pending(_now), _owed - paying, _spent, _expired + _lots.Expired(_now));
        }
    }

    /// <summary>Forgets all points, owed ones too, and the tier.</summary>
    public void Wipe()
    {
        _lots.Clear();
        _entries.Clear();
        (_owed, _spent, _expired, _wiped, Tier) = (0, 0, 0, _now, null);
        Opened = new() { Subledger = _subledger };
    }

    /// <summary>Adds points.</summary>
    public void Add(Lot lot, LedgerOrigin? origin)
    {
        if (IsForgotten(lot))
            return;
        if (lot.Points > 0)
            _lots.AtHand.Add(lot);
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

    /// <summary>Spends active points: those that expire first, among those that never do the oldest. Null when there are too few, or one transaction cannot take so many.</summary>
    public IReadOnlyList<Lot>? Spend(decimal points, LedgerEntry entry)
    {
        if (Balance.Active < points)
            return null;
        var reach = Reach(points);
        if (reach.Sum(lot => lot.Points) < points)
            return null;
        var taken = Take(reach, points);
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
        if (_lots.Find(granted.Id, granted.Created) is >= 0 and var at && _lots.AtHand[at] is var own && (policy != ReturnPolicy.OnlyPending || own.IsPending(_now)))
            taken.AddRange(Take([own], wanted));
        if (policy != ReturnPolicy.OnlyPending)
            taken.AddRange(Take(Reach(wanted - taken.Sum(lot => lot.Points)), wanted - taken.Sum(lot => lot.Points)));
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
        _lots.Open(page => page.Begun is null, lot => lot.Waits && !lot.IsExpired(_now) && which(lot));
        var lots = _lots.AtHand;
        for (var i = 0; i < lots.Count; i++)
        {
            if (!lots[i].Waits || lots[i].IsExpired(_now) || !which(lots[i]))
                continue;
            var until = lots[i].Validity is { } validity ? RuleEngine.Duration.Parse(validity)?.After(_now, zone) : lots[i].Until;
            lots[i] = lots[i] with { From = _now, Until = until };
            Note(LedgerEntryKind.Activation, lots[i].Id, 0, entry => entry with { From = _now, Until = until, Lot = lots[i] });
            activated++;
        }

        CatchUp();
        return activated;
    }

    /// <summary>Moves the end of points that have not expired.</summary>
    public void MoveExpiry(string transaction, DateTimeOffset until)
    {
        var at = _lots.Find(transaction);
        if (at < 0)
            return;
        _lots.AtHand[at] = _lots.AtHand[at] with { Until = until, Validity = null };
        Note(LedgerEntryKind.ExpiryChange, transaction, 0, entry => entry with { Until = until });
        CatchUp();
    }

    private bool IsForgotten(Lot lot) => lot.Created <= _wiped;

    private void PutBack(IReadOnlyList<Lot> lots)
    {
        foreach (var lot in lots)
        {
            var at = _lots.Find(lot.Id, lot.Created);
            if (at < 0)
                _lots.AtHand.Add(lot);
            else
                _lots.AtHand[at] = _lots.AtHand[at] with { Points = _lots.AtHand[at].Points + lot.Points };
        }

        CatchUp();
    }

    /// <summary>Active lots in the order in which they are spent, as many as it takes, and as the room allows.</summary>
    private List<Lot> Reach(decimal points)
    {
        if (points <= 0)
            return [];
        var blocked = _lots.Open(page => page.HasBegun(_now), page => page.From, page => IsEnough(Nearest(points), points, page), _room);
        var reach = Nearest(points).TakeWhile(lot => blocked is null || (LotBook.Order(lot).Until, lot.Created).CompareTo(blocked.From) < 0);
        return [.. reach.TakeWhile(lot => _room.TryNote(lot))];
    }

    /// <summary>Whether lots at hand suffice, and all are spent before those of a page.</summary>
    private static bool IsEnough(List<Lot> nearest, decimal points, LotPage page) =>
        nearest.Sum(lot => lot.Points) >= points && (LotBook.Order(nearest[^1]).Until, nearest[^1].Created).CompareTo(page.From) < 0;

    /// <summary>Active lots at hand in the order in which they are spent, as many as it takes.</summary>
    private List<Lot> Nearest(decimal points)
    {
        var nearest = new List<Lot>();
        foreach (var lot in _lots.AtHand.Where(lot => lot.IsActive(_now)).OrderBy(LotBook.Order))
        {
            if (points <= 0)
                break;
            nearest.Add(lot);
            points -= lot.Points;
        }

        return nearest;
    }

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

        var lots = _lots.AtHand;
        for (var i = 0; i < lots.Count; i++)
        {
            if (taken.TryGetValue(lots[i].Id, out var share))
                lots[i] = lots[i] with { Points = lots[i].Points - share.Points };
        }

        if (taken.Count > 0)
            lots.RemoveAll(lot => lot.Points == 0);

        return [.. taken.Values];
    }

    private void CatchUp()
    {
        if (_owed > 0)
        {
            _lots.Open(page => page.HasBegun(_now), page => page.Begins, page => Paying() is var paying && paying.Sum(lot => lot.Points) >= _owed && page.Begins > paying[^1].From, _room.Late);
            _owed -= Take(Paying(), _owed).Sum(lot => lot.Points);
        }

        _lots.Open(page => page.HasEnded(_now), page => page.From, _ => false, _room.Late);
        foreach (var lot in Take(_lots.AtHand.Where(lot => lot.IsExpired(_now)).OrderBy(LotBook.Order).TakeWhile(lot => _room.Late.TryNote(lot, 2)), decimal.MaxValue))
        {
            _expired += lot.Points;
            Note(LedgerEntryKind.Expiry, lot.Id, -lot.Points, entry => entry with { At = lot.Until!.Value, Lot = lot });
        }
    }

    /// <summary>Lots at hand that pay what is owed, in the order in which they became active.</summary>
    private List<Lot> Paying()
    {
        var (paying, owed) = (new List<Lot>(), _owed);
        foreach (var lot in _lots.AtHand.Where(lot => lot.From <= _now && !(lot.Until <= lot.From)).OrderBy(lot => lot.From).ThenBy(LotBook.Order))
        {
            if (owed <= 0)
                break;
            paying.Add(lot);
            owed -= lot.Points;
        }

        return paying;
    }

    private void Note(LedgerEntryKind kind, string transaction, decimal points, Func<LedgerEntry, LedgerEntry> fill) =>
        _entries.Add(fill(new LedgerEntry { Kind = kind, Transaction = transaction, Subledger = _subledger, Points = points, At = _now }));
}
