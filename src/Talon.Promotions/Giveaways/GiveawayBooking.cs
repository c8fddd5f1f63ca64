using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Notes with a customer what was handed out; noting it again changes nothing.</summary>
internal sealed class GiveawayBooking(ITableStore store)
{
    private const string Prefix = "giveaway.";

    /// <summary>Notes giveaways.</summary>
    public async Task BookAsync(string profilePartition, IReadOnlyList<Giveaway> giveaways, CancellationToken cancellation)
    {
        foreach (var chunk in giveaways.Chunk(StorageLimits.MaxChanges))
            await store.CommitAsync(profilePartition, [.. chunk.Select(giveaway => Change.Upsert(Prefix + KeyText.Number(giveaway.Id), RowCodec.Encode(giveaway, RowJson.Default.Giveaway)))], cancellation);
    }

    /// <summary>What was handed out to a customer, in the order of the ids.</summary>
    public async Task<IReadOnlyList<Giveaway>> ReadAsync(string profilePartition, CancellationToken cancellation) =>
        [.. (await store.ReadAllAsync(profilePartition, KeyRange.Prefix(Prefix), cancellation)).Select(row => RowCodec.Decode(row.Body, RowJson.Default.Giveaway))];
}
