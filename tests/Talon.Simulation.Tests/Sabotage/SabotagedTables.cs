using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Tables between the application and the store that break one thing that the application relies on; whatever is not overridden passes.</summary>
internal abstract class SabotagedTables(ITableStore inner) : ITableStore
{
    protected ITableStore Inner => inner;

    public virtual ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) =>
        inner.ReadAsync(partition, key, cancellation);

    public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
        inner.ReadRangeAsync(partition, range, take, cancellation);

    public virtual ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        inner.CommitAsync(partition, changes, cancellation);

    /// <summary>Commits without some of the changes, and answers as if they had all been applied.</summary>
    protected async ValueTask<CommitResult> WithoutAsync(string partition, IReadOnlyList<Change> changes, Func<Change, bool> lost, CancellationToken cancellation)
    {
        List<Change> kept = [.. changes.Where(change => !lost(change))];
        if (kept.Count == changes.Count)
            return await inner.CommitAsync(partition, changes, cancellation);
        if (kept.Count == 0)
            return CommitResult.Done([.. changes.Select(_ => "none")]);
        var result = await inner.CommitAsync(partition, kept, cancellation);
        if (!result.Committed)
            return result;
        var etags = new Queue<string>(result.ETags!);
        return CommitResult.Done([.. changes.Select(change => lost(change) ? "none" : etags.Dequeue())]);
    }
}
