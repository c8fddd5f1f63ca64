using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads profiles; settles first what sessions still owe them, so that a caller reads its own writes.</summary>
internal sealed class ProfileReader(ITableStore store, Settlement settlement)
{
    /// <summary>Reads a profile, in one trip unless a session still owes it totals.</summary>
    public async Task<ProfileRead> ReadAsync(string integrationId, CancellationToken cancellation)
    {
        var read = await ReadOnceAsync(integrationId, cancellation);
        if (read.Held.Count == 0)
            return read;
        await Task.WhenAll(read.Held.Select(note => settlement.SettleNoteAsync(read.Partition, note, cancellation)));
        return await ReadOnceAsync(integrationId, cancellation);
    }

    private async Task<ProfileRead> ReadOnceAsync(string integrationId, CancellationToken cancellation)
    {
        var partition = Partitions.Profile(integrationId);
        var rows = await store.ReadAllAsync(partition, OwnerRows.Live, cancellation);
        var entity = rows.FirstOrDefault(row => row.Key == OwnerRows.Entity);
        var stored = entity is null ? null : RowCodec.Decode(entity.Body, RowJson.Default.ProfileRow);
        if (stored is not null && rows.FirstOrDefault(row => row.Key == OwnerRows.Activity) is { } activity)
            stored = stored with { Profile = stored.Profile with { LastActivity = RowCodec.Decode(activity.Body, RowJson.Default.ActivityRow).At } };
        if (stored is not null)
            stored = stored with { Memberships = [.. rows.Where(AudienceRows.IsMembership).Select(Membership)] };
        return new ProfileRead
        {
            IntegrationId = integrationId,
            Partition = partition,
            Stored = stored,
            ETag = entity?.ETag,
            Held = [.. rows.Where(Is(OwnerRows.HeldPrefix)).Select(row => RowCodec.Decode(row.Body, RowJson.Default.HeldRow))],
            Unfinished = [.. rows.Where(row => Is(OwnerRows.PendingPrefix)(row) || Is(OwnerRows.OutboxPrefix)(row))],
        };
    }

    private static Membership Membership(Row row) =>
        new(new AudienceReference(AudienceRows.AudienceId(row), RowCodec.Decode(row.Body, RowJson.Default.MembershipRow).Generation), row.ETag);

    private static Func<Row, bool> Is(string prefix) => row => row.Key.StartsWith(prefix, StringComparison.Ordinal);
}
