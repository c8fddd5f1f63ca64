using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>3. A balance is the sum of its ledger's entries, after every transaction; it is negative only where the programme allows it.</summary>
internal sealed class Invariant03Points(World world, SimulatedShop shop) : Invariant(world, "Invariant 3, balances are the sums of their entries")
{
    private const string Ledgers = "ledger.";
    private const string Log = "log.";

    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (!commit.Partition.StartsWith(Ledgers, StringComparison.Ordinal))
            return;
        var (balance, entries) = (0m, 0m);
        foreach (var row in commit.Rows)
        {
            if (LedgerRows.IsLedger(row.Key))
                balance += Balance(commit.Partition, row.After) - Balance(commit.Partition, row.Before?.Body);
            else if (row.Key.StartsWith(Log, StringComparison.Ordinal))
                entries += Entries(row.After) - Entries(row.Before?.Body);
        }

        if (balance != entries)
            Violated(FormattableString.Invariant($"a transaction in {commit.Partition} moved the balance by {balance}, but noted {entries}"));
    }

    /// <inheritdoc/>
    public override void Check()
    {
        var gaps = new Dictionary<string, decimal>();
        foreach (var (partition, row) in World.Store.Rows())
        {
            if (!partition.StartsWith(Ledgers, StringComparison.Ordinal))
                continue;
            if (LedgerRows.IsLedger(row.Key))
                gaps[partition] = gaps.GetValueOrDefault(partition) + Balance(partition, row.Body);
            else if (row.Key.StartsWith(Log, StringComparison.Ordinal))
                gaps[partition] = gaps.GetValueOrDefault(partition) - Entries(row.Body);
        }

        foreach (var (partition, gap) in gaps)
        {
            if (gap != 0)
                Violated(FormattableString.Invariant($"{partition} shows {gap} more than its entries"));
        }
    }

    private decimal Balance(string partition, ReadOnlyMemory<byte>? body)
    {
        if (body is not { } ledger)
            return 0;
        var row = RowCodec.Decode(ledger, RowJson.Default.LedgerRow);
        var policy = shop.LoyaltyPrograms.First(program => partition.StartsWith(FormattableString.Invariant($"{Ledgers}{program.Id}."), StringComparison.Ordinal)).ReturnPolicy;
        if (row.Owed < 0 || (row.Owed > 0 && policy != ReturnPolicy.Unlimited))
            Violated(FormattableString.Invariant($"{row.Owed} points are owed, which {policy} does not allow"));
        return row.Lots.Sum(lot => lot.Points) + row.Pages.Sum(page => page.Points) - row.Owed;
    }

    private static decimal Entries(ReadOnlyMemory<byte>? body) =>
        body is { } log ? RowCodec.Decode(log, RowJson.Default.LedgerLogRow).Points?.Entries.Sum(entry => entry.Points) ?? 0 : 0;
}
