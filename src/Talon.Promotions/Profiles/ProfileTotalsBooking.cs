using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Adds to a profile's totals, once per outbox row.</summary>
internal sealed class ProfileTotalsBooking(ITableStore store, TimeProvider clock)
{
    /// <summary>Books the change; the marker that it is done stands in the same transaction.</summary>
    /// <param name="profilePartition">The profile.</param>
    /// <param name="id">The outbox row's id.</param>
    /// <param name="change">What to add.</param>
    /// <param name="known">The profile as the committing request knows it, if it does: saves a trip while it still holds.</param>
    /// <param name="cancellation">Ends the booking between tries.</param>
    public async Task BookAsync(string profilePartition, string id, ProfileTotals change, KnownProfile? known, CancellationToken cancellation)
    {
        if (known is not null && await TryAsync(profilePartition, id, change, known, cancellation))
            return;
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var done = store.ReadAsync(profilePartition, Marker(id), cancellation).AsTask();
            var entity = store.ReadAsync(profilePartition, OwnerRows.Entity, cancellation).AsTask();
            var note = change.Released is { } attempt ? store.ReadAsync(profilePartition, OwnerRows.Held(attempt), cancellation).AsTask() : Task.FromResult<Row?>(null);
            await Task.WhenAll(done, entity, note);
            if (await done is not null)
                return;
            var row = await entity ?? throw new InvalidOperationException($"There is no profile in {profilePartition}.");
            if (await TryAsync(profilePartition, id, change, new KnownProfile(RowCodec.Decode(row.Body, RowJson.Default.ProfileRow), row.ETag, (await note)?.ETag), cancellation))
                return;
        }
    }

    private static string Marker(string id) => "totals." + id;

    private async Task<bool> TryAsync(string profilePartition, string id, ProfileTotals change, KnownProfile known, CancellationToken cancellation)
    {
        var changes = new List<Change>
        {
            Change.Insert(Marker(id), RowCodec.Encode(change, RowJson.Default.ProfileTotals)),
            Change.Replace(OwnerRows.Entity, Added(known.Row, change), known.ETag),
        };
        if (change.Released is { } attempt && known.HeldETag is { } held)
            changes.Add(Change.Delete(OwnerRows.Held(attempt), held));
        return (await store.CommitAsync(profilePartition, changes, cancellation)).Committed;
    }

    private static byte[] Added(ProfileRow stored, ProfileTotals change) =>
        RowCodec.Encode(stored with { Profile = change.AddedTo(stored.Profile) }, RowJson.Default.ProfileRow);
}
