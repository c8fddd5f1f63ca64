namespace Talon.Simulation;

/// <summary>A transaction that was applied.</summary>
/// <param name="Partition">Where.</param>
/// <param name="Rows">The rows that it changed.</param>
/// <param name="By">The request on whose behalf it was sent; null for queue work.</param>
internal sealed record StoreCommit(string Partition, IReadOnlyList<RowChange> Rows, Sending? By)
{
    /// <summary>The change of a row; null when it was not changed.</summary>
    public RowChange? Of(string key)
    {
        foreach (var row in Rows)
        {
            if (row.Key == key)
                return row;
        }

        return null;
    }
}
