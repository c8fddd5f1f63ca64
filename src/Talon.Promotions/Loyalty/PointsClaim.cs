using System.Text.Json.Serialization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A claim on points: they are spent.</summary>
/// <param name="Partition">The partition of whose points they are.</param>
/// <param name="Stock">The ledger's row key.</param>
/// <param name="Id">Unique per attempt and round.</param>
/// <param name="Amount">How many.</param>
/// <param name="Entry">What the ledger notes; its time says which points are active.</param>
internal sealed record PointsClaim(string Partition, string Stock, string Id, decimal Amount, LedgerEntry Entry)
    : Claim(Partition, Stock, Id, Amount, Permanent: false)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string RowKey => LedgerRows.Log(Entry.At, Id);

    /// <inheritdoc/>
    public override string GiveBackKey(ClaimReturn back, string giveBackId) => LedgerRows.Log(back.Entry?.At ?? Entry.At, $"{giveBackId}.{Id}");

    /// <inheritdoc/>
    public override Task<Stock> ReadAsync(ITableStore store, IEnumerable<Claim> claims, CancellationToken cancellation) =>
        LedgerStock.ReadAsync(store, Partition, Entry.Subledger, claims, isPreview: false, cancellation);
}
