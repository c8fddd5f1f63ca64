using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Goes through the members of an audience, a page at a time.</summary>
internal abstract class MemberSteps(ITableStore store) : IChoreSteps
{
    private const int PageSize = 100;

    /// <inheritdoc/>
    public abstract ChoreKind Kind { get; }

    /// <summary>The store.</summary>
    protected ITableStore Store => store;

    /// <inheritdoc/>
    public async Task<ChoreRow?> StepAsync(ChoreRow chore, CancellationToken cancellation)
    {
        if (!await IsDueAsync(chore, cancellation))
            return null;
        var (at, from) = (chore.At, chore.From);
        for (var left = PageSize; at < AudienceRows.Shards;)
        {
            var partition = AudienceRows.Index(chore.Audience.Id, chore.Audience.Generation, at);
            var page = await store.ReadRangeAsync(partition, new KeyRange(from, null), left, cancellation);
            await Task.WhenAll(page.Rows.Select(row => VisitAsync(chore, RowCodec.Decode(row.Body, RowJson.Default.MemberRow).ProfileIntegrationId, cancellation)));
            if (page.Rows.Count > 0)
                await VisitedAsync(partition, page.Rows, cancellation);
            (at, from) = page.Next is { } next ? (at, next.From) : (at + 1, "");
            left -= page.Rows.Count;
            if (left == 0)
                return chore with { At = at, From = from };
        }

        return null;
    }

    /// <summary>Whether there is still something to do.</summary>
    protected abstract ValueTask<bool> IsDueAsync(ChoreRow chore, CancellationToken cancellation);

    /// <summary>Does what is to be done to one member.</summary>
    protected abstract Task VisitAsync(ChoreRow chore, string integrationId, CancellationToken cancellation);

    /// <summary>Does what is to be done to entries once their members are done.</summary>
    protected virtual Task VisitedAsync(string partition, IReadOnlyList<Row> entries, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>A membership of the chore's audience; null when the customer left.</summary>
    protected async Task<Row?> MembershipAsync(ChoreRow chore, string integrationId, CancellationToken cancellation)
    {
        var row = await store.ReadAsync(Partitions.Profile(integrationId), AudienceRows.Membership(chore.Audience.Id), cancellation);
        return row is not null && RowCodec.Decode(row.Body, RowJson.Default.MembershipRow).Generation == chore.Audience.Generation ? row : null;
    }
}
