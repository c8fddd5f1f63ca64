using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>A commit that found a conflict, or got no answer, reads back what it would find if it had never been applied.</summary>
internal sealed class NothingReadBack(ITableStore inner) : SabotagedTables(inner)
{
    private readonly HashSet<(string Partition, string Key)> _doubted = [];

    public override async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        var row = await Inner.ReadAsync(partition, key, cancellation);
        return _doubted.Remove((partition, key)) ? null : row;
    }

    public override async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        var committed = false;
        try
        {
            var result = await Inner.CommitAsync(partition, changes, cancellation);
            committed = result.Committed;
            return result;
        }
        finally
        {
            foreach (var change in changes.Where(change => !committed && change.Kind == ChangeKind.Insert && change.Key.StartsWith(OwnerRows.Ended(""), StringComparison.Ordinal)))
                _doubted.Add((partition, change.Key));
        }
    }
}
