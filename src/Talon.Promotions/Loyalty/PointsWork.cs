using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Works an operation out on an account as it was read.</summary>
internal sealed class PointsWork(PointsOperation operation, LoyaltyProgram? program, LoyaltyAccount account)
{
    private readonly Dictionary<string, Ledger> _ledgers = [];
    private readonly LedgerRoom _room = LedgerRoom.ToWrite();
    private LoyaltyAccount? _after;

    /// <summary>The account as it was.</summary>
    public LoyaltyAccount Before => account;

    /// <summary>What is done.</summary>
    public PointsOperation Operation => operation;

    /// <summary>What happened to the points.</summary>
    public IReadOnlyList<LedgerEntry> Entries => [.. _ledgers.Values.SelectMany(ledger => ledger.Entries)];

    /// <summary>What has to be written.</summary>
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>The account as it is to be.</summary>
    public LoyaltyAccount After => _after ?? account;

    /// <summary>Moments to come at which time changes the ledgers, and did not before.</summary>
    public IEnumerable<DateTimeOffset> Due => _ledgers.SelectMany(pair => DueTimes.New(pair.Value.Row, account.Ledger(pair.Key)))
        .Distinct()
        .Where(time => time > operation.At);

    /// <summary>Whether time did more than was noted.</summary>
    public bool IsBehind => _ledgers.Values.Any(ledger => ledger.IsBehind);

    /// <summary>Works it out; null when there are too few points to take.</summary>
    public PointsWork? Run()
    {
        if (operation.Joins && account.Joined(program, operation.At) is not null)
            return null;
        foreach (var subledger in operation.Wipes.SelectMany(Subledgers))
            Ledger(subledger).Wipe();
        if (operation.CatchesUp)
        {
            foreach (var subledger in account.Ledgers.Keys)
                Ledger(subledger);
        }

        foreach (var addition in operation.Additions)
            Ledger(addition.Subledger).Add(addition.Lot, addition.Origin);
        foreach (var deduction in operation.Deductions)
        {
            if (Ledger(deduction.Entry.Subledger).Spend(deduction.Points, deduction.Entry) is null)
                return null;
        }

        foreach (var move in operation.ExpiryMoves)
            Ledger(move.Subledger).MoveExpiry(move.Transaction, move.Until);
        if (operation.Activation is { } activation)
        {
            foreach (var subledger in account.Ledgers.Values.Where(ledger => ledger.AllLots.Any(lot => lot.Waits && activation.Means(lot))).Select(ledger => ledger.Subledger))
                Ledger(subledger).Activate(activation.Means, program?.Zone() ?? TimeZoneInfo.Utc);
        }

        var stored = account.Stored ?? new LoyaltyAccountRow(operation.ProgramId, operation.Owner, null);
        var next = stored with { Joined = Joined() };
        foreach (var ledger in _ledgers.Values)
            Raise(ledger, next.Joined);
        _after = account.With(_ledgers.Values.Select(ledger => ledger.Row)) with { Stored = next };
        Changes = [.. next == account.Stored ? [] : new[] { account.Write(next) }, .. _ledgers.Values.Where(Differs).SelectMany(ledger => account.Write(ledger.Row))];
        return this;
    }

    /// <summary>What has to be written when all of it is done, each on what the one before it left.</summary>
    public static IReadOnlyList<Change> Together(IReadOnlyList<PointsWork> works)
    {
        var (before, after) = (works[0].Before.Stored, works[^1].After);
        return
        [
            .. after.Stored == before ? [] : new[] { after.Write(after.Stored!) },
            .. works.SelectMany(work => work._ledgers.Keys).Distinct().SelectMany(subledger => after.Write(after.Ledger(subledger))),
        ];
    }

    private IEnumerable<string> Subledgers(string? named) => named is null ? account.Ledgers.Keys : [named];

    private Ledger Ledger(string subledger) => _ledgers.TryGetValue(subledger, out var ledger)
        ? ledger
        : _ledgers[subledger] = new Ledger(account.Ledger(subledger), operation.At, _room);

    /// <summary>What time did to nothing is not written again.</summary>
    private bool Differs(Ledger ledger)
    {
        if (!operation.CatchesUp)
            return true;
        var change = account.Write(ledger.Row with { Reckoned = ledger.Opened.Reckoned })[0];
        return !account.Rows.TryGetValue(change.Key, out var row) || !row.Body.Span.SequenceEqual(change.Body.Span);
    }

    private DateTimeOffset? Joined()
    {
        if (account.Joined(program, operation.At) is { } joined)
            return joined;
        var joins = operation.Joins || program?.ProgramJoinPolicy switch
        {
            ProgramJoinPolicy.PointsEarned => operation.Additions.Count > 0,
            ProgramJoinPolicy.PointsActivated => _ledgers.Values.Any(ledger => ledger.HasActive),
            _ => false,
        };
        return joins ? operation.At : null;
    }

    private void Raise(Ledger ledger, DateTimeOffset? joined)
    {
        if (program is not { Tiers.Count: > 0 })
            return;
        (ledger.Tier, ledger.Reckoned) = (new Tiers(program).Now(ledger, joined, operation.At), operation.At);
    }
}
