using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Ledgers of points are stored otherwise than the application wants them.</summary>
internal sealed class ForgottenByLedgers(ITableStore inner, Func<LedgerRow, LedgerRow> forget) : SabotagedTables(inner)
{
    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        Inner.CommitAsync(partition, partition.StartsWith("ledger.", StringComparison.Ordinal) ? [.. changes.Select(Forgetful)] : changes, cancellation);

    private Change Forgetful(Change change) => change.Kind != ChangeKind.Delete && LedgerRows.IsLedger(change.Key)
        ? change with { Body = RowCodec.Encode(forget(RowCodec.Decode(change.Body, RowJson.Default.LedgerRow)), RowJson.Default.LedgerRow) }
        : change;
}
