namespace Talon.Simulation;

/// <summary>A counter is the sum of its claims less what they gave back, after every transaction.</summary>
internal sealed class CountersFollowClaims(World world) : Invariant(world, "Counters follow claims")
{
    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (!Counters.Has(commit.Partition))
            return;
        var gaps = new Dictionary<string, decimal>();
        foreach (var row in commit.Rows)
            Weigh(row.Key, row.Before?.Body, row.After, gaps);
        foreach (var (counter, gap) in gaps)
        {
            if (gap != 0)
                Violated(FormattableString.Invariant($"a transaction in {commit.Partition} moved {counter} by {gap} more than its claims"));
        }
    }

    /// <inheritdoc/>
    public override void Check()
    {
        var gaps = new Dictionary<(string Partition, string Counter), decimal>();
        foreach (var (partition, row) in World.Store.Rows())
        {
            if (!Counters.Has(partition))
                continue;
            if (Counters.IsCounter(row.Key))
                gaps[(partition, Counters.Whole(row.Key))] = gaps.GetValueOrDefault((partition, Counters.Whole(row.Key))) + Counters.Taken(row.Body);
            else if (Counters.IsClaim(row.Key))
                gaps[(partition, Counters.OfClaim(row.Key))] = gaps.GetValueOrDefault((partition, Counters.OfClaim(row.Key))) - Counters.Net(row.Body);
        }

        foreach (var ((partition, counter), gap) in gaps)
        {
            if (gap != 0)
                Violated(FormattableString.Invariant($"{counter} of {partition} shows {gap} more than its claims"));
        }
    }

    private static void Weigh(string key, ReadOnlyMemory<byte>? before, ReadOnlyMemory<byte>? after, Dictionary<string, decimal> gaps)
    {
        if (Counters.IsCounter(key))
            gaps[Counters.Whole(key)] = gaps.GetValueOrDefault(Counters.Whole(key)) + Counters.Taken(after) - Counters.Taken(before);
        else if (Counters.IsClaim(key))
            gaps[Counters.OfClaim(key)] = gaps.GetValueOrDefault(Counters.OfClaim(key)) - (Counters.Net(after) - Counters.Net(before));
    }
}
