namespace Talon.Simulation;

/// <summary>No counter of a kind passes its ceiling, at any moment.</summary>
internal abstract class CeilingInvariant(World world, Ceilings ceilings, bool redemptions, string name) : Invariant(world, name)
{
    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (!Counters.Has(commit.Partition))
            return;
        foreach (var row in commit.Rows)
        {
            if (Counters.IsCounter(row.Key) && row.After is { } after)
                Look(Counters.Read(after));
        }
    }

    private void Look(Promotions.CounterRow counter)
    {
        var (ceiling, redeems) = ceilings.Of(counter.Limit);
        if (redeems == redemptions && (counter.Used > ceiling || counter.Used < 0))
            Violated(FormattableString.Invariant($"{counter.Used} of {ceiling} used of {counter.Limit}"));
    }
}
