namespace Talon.Promotions;

/// <summary>Reads balances, transactions and unused points; what time alone did is counted in, whether it was noted or not.</summary>
internal sealed class LoyaltyReads(LoyaltyReader reader)
{
    /// <summary>The balances of an account.</summary>
    public async Task<LoyaltyBalances> BalancesAsync(PointsAccount named, BalanceQuery query, DateTimeOffset now, CancellationToken cancellation)
    {
        var account = await reader.ReadAsync(named.Program.Id, named.Owner, cancellation);
        var at = query.At ?? now;
        var past = at < now ? await PastAsync(named, account, at, now, cancellation) : null;
        var balances = account.Ledgers.Keys.Append("").Distinct().Where(subledger => query.Subledgers?.Contains(subledger) != false)
            .ToDictionary(subledger => subledger, subledger => Balance(subledger));
        balances.Remove("", out var main);
        return new LoyaltyBalances(main, balances);

        LoyaltyBalance Balance(string subledger)
        {
            var ledger = new Ledger(account.Ledger(subledger), at < now ? now : at);
            var balance = LoyaltyBalance.Of(past?.GetValueOrDefault(subledger)?.Balance ?? (past is null ? ledger.Balance : default));
            return new TierView(named.Program, account, ledger, at < now ? now : at).AddTo(balance, query);
        }
    }

    /// <summary>A page of the log of an account, the latest first, and whether there is more.</summary>
    public async Task<(IReadOnlyList<PointsTransaction> Page, bool HasMore)> TransactionsAsync(PointsAccount named, TransactionQuery query, DateTimeOffset now, CancellationToken cancellation)
    {
        var account = await reader.ReadAsync(named.Program.Id, named.Owner, cancellation);
        var lots = account.Ledgers.Values.SelectMany(ledger => ledger.AllLots).DistinctBy(lot => lot.Id).ToDictionary(lot => lot.Id);
        var later = new LaterChanges(lots);
        List<PointsTransaction> page = [];
        var skip = query.Skip;
        await foreach (var entry in reader.NewestAsync(named.Partition, query.From, null, cancellation))
        {
            later.Note(entry);
            if (entry.At > query.Until || entry.Id == 0 || entry.Points == 0 || IsForgotten(account, entry) || !query.Admits(entry) || (query.AwaitsActivation && !Waits(entry)) || skip-- > 0)
                continue;
            if (page.Count == query.Take)
                return (page, true);
            page.Add(Show(named, later.Apply(entry)));
        }

        return (page, false);

        bool Waits(LedgerEntry entry) => entry.Kind == LedgerEntryKind.Addition && lots.TryGetValue(entry.Transaction, out var lot) && lot.Waits && !lot.IsExpired(now);
    }

    /// <summary>A page of unused points, and whether there are more.</summary>
    public async Task<(IReadOnlyList<UnusedPoints> Page, bool HasMore)> PointsAsync(PointsAccount named, PointsQuery query, DateTimeOffset now, CancellationToken cancellation)
    {
        var account = await reader.ReadAsync(named.Program.Id, named.Owner, cancellation);
        var first = new Leading<PointsHeld>((int)Math.Min((long)query.Skip + query.Take + 1, int.MaxValue), query.Order);
        await foreach (var held in HeldAsync(named, account, query.Status, now, cancellation))
        {
            if (query.Admits(held))
                first.Add(held);
        }

        var items = first.Items;
        return ([.. items.Skip(query.Skip).Take(query.Take).Select(held => Show(named, held))], items.Count > (long)query.Skip + query.Take);
    }

    private async IAsyncEnumerable<PointsHeld> HeldAsync(
        PointsAccount named, LoyaltyAccount account, string status, DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (subledger, row) in account.Ledgers)
        {
            var ledger = new Ledger(row, now);
            var lots = status switch
            {
                "active" => ledger.Lots.Where(lot => lot.IsActive(now)),
                "pending" => ledger.Lots.Where(lot => lot.IsPending(now)),
                _ => ledger.Entries.Select(entry => entry.Lot).OfType<Lot>(),
            };
            foreach (var lot in lots)
                yield return new PointsHeld(subledger, lot);
        }

        if (status != "expired")
            yield break;
        await foreach (var entry in reader.NewestAsync(named.Partition, null, null, cancellation))
        {
            if (entry is { Kind: LedgerEntryKind.Expiry, Lot: { } lot } && !IsForgotten(account, entry))
                yield return new PointsHeld(entry.Subledger, lot);
        }
    }

    private async Task<Dictionary<string, PastBalance>> PastAsync(PointsAccount named, LoyaltyAccount account, DateTimeOffset at, DateTimeOffset now, CancellationToken cancellation)
    {
        var past = account.Ledgers.Keys.ToDictionary(subledger => subledger, _ => new PastBalance(at));
        foreach (var ledger in account.Ledgers.Values)
        {
            foreach (var entry in new Ledger(ledger, now).Entries)
                past[ledger.Subledger].Add(entry);
        }

        await foreach (var entry in reader.NewestAsync(named.Partition, null, null, cancellation))
        {
            if (past.TryGetValue(entry.Subledger, out var balance) && !IsForgotten(account, entry))
                balance.Add(entry);
        }

        return past;
    }

    private static bool IsForgotten(LoyaltyAccount account, LedgerEntry entry) => entry.At <= account.Ledger(entry.Subledger).Wiped;

    private static PointsTransaction Show(PointsAccount named, LedgerEntry entry)
    {
        var adds = entry.Kind == LedgerEntryKind.Addition;
        return new PointsTransaction
        {
            Id = entry.Id,
            TransactionUUID = entry.Transaction,
            Created = entry.At,
            ProgramId = named.Program.Id,
            CardIdentifier = named.Card?.Identifier,
            CustomerSessionId = entry.Origin?.Session,
            StoreIntegrationId = entry.Origin?.Store,
            Type = entry.Points > 0 ? "addition" : "subtraction",
            Name = entry.Name,
            StartDate = adds ? LedgerTexts.Start(entry.From, entry.At) : LoyaltyProgram.Immediate,
            ExpiryDate = adds ? LedgerTexts.End(entry.Until) : LoyaltyProgram.Unlimited,
            SubledgerId = entry.Subledger,
            Amount = RuleEngine.Amounts.Normalise(Math.Abs(entry.Points)),
            RulesetId = entry.Origin?.Ruleset,
            RuleName = entry.Origin?.Rule,
            Flags = entry.CreatesNegative ? new TransactionFlags(true) : null,
            ValidityDuration = LedgerTexts.Validity(entry.From, entry.Until, entry.Validity),
        };
    }

    private static UnusedPoints Show(PointsAccount named, PointsHeld held) => new()
    {
        Id = held.Lot.EntryId,
        TransactionUUID = held.Lot.Id,
        Created = held.Lot.Created,
        ProgramId = named.Program.Id,
        CardIdentifier = named.Card?.Identifier,
        CustomerSessionId = held.Lot.Session,
        Name = held.Lot.Name,
        StartDate = LedgerTexts.Start(held.Lot.From, held.Lot.Created),
        ExpiryDate = LedgerTexts.End(held.Lot.Until),
        SubledgerId = held.Subledger,
        Amount = RuleEngine.Amounts.Normalise(held.Lot.Points),
        ValidityDuration = LedgerTexts.Validity(held.Lot.From, held.Lot.Until, held.Lot.Validity),
    };
}
