using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>A commit does not notice that its attempt was abandoned meanwhile, and its claims released.</summary>
internal sealed class LateCommitsSucceed(ITableStore inner) : SabotagedTables(inner)
{
    public override async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        var ending = changes.FirstOrDefault(change => change.Kind == ChangeKind.Delete && change.Key.StartsWith(OwnerRows.PendingPrefix, StringComparison.Ordinal));
        if (ending.Key is null || !changes.Any(change => change.Key == OwnerRows.Entity))
            return await Inner.CommitAsync(partition, changes, cancellation);
        var pending = await Inner.ReadAsync(partition, ending.Key, cancellation);
        var ended = OwnerRows.Ended(ending.Key[OwnerRows.PendingPrefix.Length..]);
        Change[] blind =
        [
            .. changes.Where(change => change != ending).Select(change => change.Key == ended ? Change.Upsert(ended, change.Body) : change),
            .. pending is null ? Array.Empty<Change>() : [Change.Delete(pending.Key, pending.ETag)],
        ];
        var result = await Inner.CommitAsync(partition, blind, cancellation);
        return result.Committed ? CommitResult.Done([.. changes.Select(_ => "none")]) : result;
    }
}
