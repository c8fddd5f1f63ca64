using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Takes away what members of an audience still carry after it was emptied or deleted.</summary>
internal sealed class RemoveMemberships(ITableStore store, ConfigurationStore configurations) : MemberSteps(store)
{
    /// <inheritdoc/>
    public override ChoreKind Kind => ChoreKind.RemoveMemberships;

    /// <inheritdoc/>
    protected override async ValueTask<bool> IsDueAsync(ChoreRow chore, CancellationToken cancellation) =>
        (await configurations.GetAsync(cancellation)).Audiences.Find(chore.Audience.Id)?.Generation != chore.Audience.Generation;

    /// <inheritdoc/>
    protected override async Task VisitAsync(ChoreRow chore, string integrationId, CancellationToken cancellation)
    {
        while (await MembershipAsync(chore, integrationId, cancellation) is { } row)
        {
            if ((await Store.CommitAsync(Partitions.Profile(integrationId), [Change.Delete(row.Key, row.ETag)], cancellation)).Committed)
                return;
        }
    }

    /// <inheritdoc/>
    protected override async Task VisitedAsync(string partition, IReadOnlyList<Row> entries, CancellationToken cancellation)
    {
        if ((await Store.CommitAsync(partition, [.. entries.Select(row => Change.Delete(row.Key, row.ETag))], cancellation)).Committed)
            return;
        // Another runner was at some of them.
        await Task.WhenAll(entries.Select(row => Store.CommitAsync(partition, [Change.Delete(row.Key, row.ETag)], cancellation).AsTask()));
    }
}
