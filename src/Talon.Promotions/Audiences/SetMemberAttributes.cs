using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Sets attributes of all members of an audience.</summary>
internal sealed class SetMemberAttributes(ITableStore store, TimeProvider clock) : MemberSteps(store)
{
    /// <inheritdoc/>
    public override ChoreKind Kind => ChoreKind.SetAttributes;

    /// <inheritdoc/>
    protected override ValueTask<bool> IsDueAsync(ChoreRow chore, CancellationToken cancellation) => new(true);

    /// <inheritdoc/>
    protected override async Task VisitAsync(ChoreRow chore, string integrationId, CancellationToken cancellation)
    {
        var partition = Partitions.Profile(integrationId);
        if (await MembershipAsync(chore, integrationId, cancellation) is null)
            return;
        for (var retry = new Retry(clock); await Store.ReadAsync(partition, OwnerRows.Entity, cancellation) is { } row; await retry.DelayAsync(cancellation))
        {
            var stored = RowCodec.Decode(row.Body, RowJson.Default.ProfileRow);
            var updated = stored with { Profile = stored.Profile with { Attributes = JsonObject.Merge(stored.Profile.Attributes, chore.Attributes) } };
            if ((await Store.CommitAsync(partition, [Change.Replace(row.Key, RowCodec.Encode(updated, RowJson.Default.ProfileRow), row.ETag)], cancellation)).Committed)
                return;
        }
    }
}
