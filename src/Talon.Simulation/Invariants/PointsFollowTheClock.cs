using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Points count from the moment to the moment that their grant or their activation said, are spent in between alone, and are noted as lost once they are over; a tier is one that the points reached.</summary>
/// <remarks>It believes what the log says of each grant, and compares the ledgers with that, in its own way.</remarks>
internal sealed class PointsFollowTheClock(World world, SimulatedShop shop) : Invariant(world, "Points follow the clock")
{
    private const string Log = "log.";

    /// <summary>How long after its end a grant may lie about: until the next sweep, and what that may meet.</summary>
    private static readonly TimeSpan Sweeping = 3 * Instance.SweepEvery;

    private readonly Dictionary<(string Partition, string Grant), Term> _terms = [];
    private readonly Dictionary<string, decimal> _most = [];

    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (!commit.Partition.StartsWith("ledger.", StringComparison.Ordinal))
            return;
        var noted = commit.Rows.Where(row => row.Key.StartsWith(Log, StringComparison.Ordinal)).SelectMany(Noted).ToList();
        foreach (var entry in noted)
            Follow(commit.Partition, entry);
        foreach (var row in commit.Rows.Where(row => LedgerRows.IsLedger(row.Key) && row.After is not null))
        {
            var (before, after) = (row.Before is { } old ? Ledger(old.Body) : null, Ledger(row.After!.Value));
            foreach (var lot in after.Lots)
                Look(commit.Partition, lot);
            if (after.Pages.Count == 0 && before is null or { Pages.Count: 0 })
                LookAtSpending(commit.Partition, before, noted);
            if (after.Pages.Count == 0 && commit.Partition.StartsWith(FormattableString.Invariant($"ledger.{shop.Miles.Id}."), StringComparison.Ordinal))
                LookAtTier(commit.Partition, before, after, noted);
        }
    }

    /// <inheritdoc/>
    public override Task CheckAtRestAsync()
    {
        foreach (var (partition, row) in World.Store.Rows())
        {
            if (!partition.StartsWith("ledger.", StringComparison.Ordinal) || !LedgerRows.IsLedger(row.Key))
                continue;
            if (Ledger(row.Body).Lots.FirstOrDefault(lot => lot.Until < World.Time.GetUtcNow() - Sweeping) is { } over)
                Violated($"{over} of {partition} is over, and nobody noted it");
        }

        return Task.CompletedTask;
    }

    private void Follow(string partition, LedgerEntry entry)
    {
        var grant = (partition, entry.Transaction);
        switch (entry.Kind)
        {
            case LedgerEntryKind.Addition:
                _terms[grant] = new Term(entry.From, entry.Until);
                break;
            case LedgerEntryKind.Activation:
                if (_terms.GetValueOrDefault(grant) is not { From: null })
                    Violated($"{entry} of {partition} activates what does not wait");
                if (!(entry.From <= World.Time.GetUtcNow()))
                    Violated($"{entry} of {partition} activates points for later");
                _terms[grant] = new Term(entry.From, entry.Until);
                break;
            case LedgerEntryKind.Expiry:
                if (entry.At != _terms.GetValueOrDefault(grant)?.Until || entry.At > World.Time.GetUtcNow())
                    Violated($"{entry} of {partition} is not when the points end: {_terms.GetValueOrDefault(grant)}");
                break;
        }
    }

    private void Look(string partition, Lot lot)
    {
        if (lot.Points <= 0)
            Violated($"{lot} of {partition} is empty");
        if (_terms.GetValueOrDefault((partition, lot.Id)) is not { } term || term.From != lot.From || term.Until != lot.Until)
            Violated($"{lot} of {partition} counts from {lot.From:u} to {lot.Until:u}, but was granted as {_terms.GetValueOrDefault((partition, lot.Id))}");
    }

    private void LookAtSpending(string partition, LedgerRow? before, List<LedgerEntry> noted)
    {
        foreach (var spent in noted.Where(entry => entry.Kind == LedgerEntryKind.Deduction).GroupBy(entry => entry.At))
        {
            var active = before is null ? 0 : Active(before, spent.Key);
            if (-spent.Sum(entry => entry.Points) > active)
                Violated(FormattableString.Invariant($"{-spent.Sum(entry => entry.Points)} points of {partition} were spent, but {active} were active"));
        }
    }

    /// <summary>Whoever books points raises the tier; nobody holds one that the points never reached.</summary>
    private void LookAtTier(string partition, LedgerRow? before, LedgerRow after, List<LedgerEntry> noted)
    {
        var held = after.Tier is { } tier ? shop.Miles.Tiers.First(other => other.Id == tier.TierId).MinPoints : 0;
        var booked = noted.Where(entry => entry.Kind is LedgerEntryKind.Addition or LedgerEntryKind.Activation).Select(entry => entry.At).ToList();
        // What was written late was worked out earlier: any moment counts at which points had just become active.
        var begun = after.Lots.Concat(before?.Lots ?? []).Select(lot => lot.From).OfType<DateTimeOffset>().Where(from => from <= World.Time.GetUtcNow());
        foreach (var at in noted.Select(entry => entry.At).Concat(begun).Append(World.Time.GetUtcNow()).Distinct())
            _most[partition] = Math.Max(_most.GetValueOrDefault(partition), Math.Max(Active(after, at), before is null ? 0 : Active(before, at)));
        if (held > _most[partition])
            Violated(FormattableString.Invariant($"{partition} holds a tier of {held} points, and never had more than {_most[partition]}"));
        if (booked.Count > 0 && shop.Miles.Tiers.Any(other => other.MinPoints > held && other.MinPoints <= Active(after, booked.Max())))
            Violated(FormattableString.Invariant($"{partition} has {Active(after, booked.Max())} points, and holds a tier of {held}"));
    }

    private static decimal Active(LedgerRow ledger, DateTimeOffset at) =>
        Math.Max(0, ledger.Lots.Where(lot => lot.From <= at && !(lot.Until <= at)).Sum(lot => lot.Points) - ledger.Owed);

    /// <summary>What a row notes that it did not note before.</summary>
    private static IEnumerable<LedgerEntry> Noted(RowChange row)
    {
        var before = Entries(row.Before?.Body).ToList();
        return Entries(row.After).Where(entry => !before.Remove(entry));
    }

    private static IEnumerable<LedgerEntry> Entries(ReadOnlyMemory<byte>? body) =>
        body is { } log ? RowCodec.Decode(log, RowJson.Default.LedgerLogRow).Points?.Entries ?? [] : [];

    private static LedgerRow Ledger(ReadOnlyMemory<byte> body) => RowCodec.Decode(body, RowJson.Default.LedgerRow);

    /// <summary>From when to when points count; null for not yet, and for ever.</summary>
    private sealed record Term(DateTimeOffset? From, DateTimeOffset? Until);
}
