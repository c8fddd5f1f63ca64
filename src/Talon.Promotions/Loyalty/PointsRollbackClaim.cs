using System.Text.Json.Serialization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A claim on points that were granted: they are taken back, as far as the programme's policy goes.</summary>
/// <param name="Partition">The partition of whose points they are.</param>
/// <param name="Stock">The ledger's row key.</param>
/// <param name="Id">Unique per attempt.</param>
/// <param name="Amount">How many at most.</param>
/// <param name="Subledger">The subledger.</param>
/// <param name="Policy">How far to go.</param>
/// <param name="At">When.</param>
/// <param name="Grants">What was granted.</param>
internal sealed record PointsRollbackClaim(
    string Partition,
    string Stock,
    string Id,
    decimal Amount,
    string Subledger,
    ReturnPolicy Policy,
    DateTimeOffset At,
    IReadOnlyList<PointsRollback> Grants)
    : Claim(Partition, Stock, Id, Amount, Permanent: false)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string RowKey => LedgerRows.Log(At, Id);

    /// <inheritdoc/>
    public override Task<Stock> ReadAsync(ITableStore store, IEnumerable<Claim> claims, CancellationToken cancellation) =>
        LedgerStock.ReadAsync(store, Partition, Subledger, claims, isPreview: false, cancellation);
}
