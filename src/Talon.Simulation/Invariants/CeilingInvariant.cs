namespace Talon.Simulation;

/// <summary>No counter of a kind passes its ceiling, at any moment.</summary>
internal abstract class CeilingInvariant(World world, Ceilings ceilings, bool redemptions, string name) : Invariant(world, name)
{
    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (!Counters.Has(commit.Partition))
            return;
        foreach (var row in commit.Rows.Where(row => Counters.IsCounter(row.Key) && row.After is not null).DistinctBy(row => Counters.Whole(row.Key)))
            Look(Counters.Read(row.After!.Value).Limit, Counters.Taken(World.Store, commit.Partition, Counters.Whole(row.Key)));
    }

    private void Look(string limit, decimal used)
    {
        var (ceiling, redeems) = ceilings.Of(limit);
        if (redeems == redemptions && (used > ceiling || used < 0))
            Violated(FormattableString.Invariant($"{used} of {ceiling} used of {limit}"));
    }
}
