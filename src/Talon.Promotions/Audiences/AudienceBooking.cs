using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Lets customers join and leave audiences as rules say, once per outbox row.</summary>
internal sealed class AudienceBooking(ITableStore store, TimeProvider clock)
{
    private readonly AudienceIndex _index = new(store);

    /// <summary>Changes memberships of one customer; the marker that it is done stands in the same transaction.</summary>
    public async Task BookAsync(string profilePartition, string id, IReadOnlyList<AudienceChange> changes, CancellationToken cancellation)
    {
        var marker = "audiences." + id;
        var customer = changes[0].ProfileIntegrationId;
        var joined = changes.Where(change => change.Inside).Select(change => change.Audience).ToList();
        var left = changes.Where(change => !change.Inside).Select(change => change.Audience).ToList();
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            if (await store.ReadAsync(profilePartition, marker, cancellation) is not null)
                return;
            var entries = await _index.FindAsync(customer, left, cancellation);
            var rows = await Task.WhenAll(left.Select(audience => store.ReadAsync(profilePartition, AudienceRows.Membership(audience.Id), cancellation).AsTask()));
            await _index.AnnounceAsync(customer, joined, cancellation);
            Change[] moves =
            [
                .. new AudienceMoves(joined, []).Changes,
                .. rows.OfType<Row>().Select(row => Change.Delete(row.Key, row.ETag)),
                Change.Insert(marker, RowCodec.Empty),
            ];
            if (!(await store.CommitAsync(profilePartition, moves, cancellation)).Committed)
                continue;
            await _index.RemoveAsync(entries, cancellation);
            await _index.TouchAsync(changes.Select(change => change.Audience.Id), clock.GetUtcNow(), cancellation);
            return;
        }
    }
}
