namespace Talon.Simulation;

/// <summary>5. What is cancelled or reopened is as if it had never been closed: at rest, counters say what closed sessions were granted, no more and no less. Free items and giveaways outlast reopening.</summary>
internal sealed class Invariant05Rollback(World world, SimulatedShop shop, Histories histories) : Invariant(world, "Invariant 5, counters say what closed sessions were granted")
{
    /// <inheritdoc/>
    public override Task CheckAtRestAsync()
    {
        var expected = new ExpectedCounters(shop);
        foreach (var session in histories.Sessions.Where(session => session.IsClosed))
            expected.Count(session);
        foreach (var session in histories.Sessions)
            expected.CountLasting(session);
        foreach (var grant in histories.Grants)
            expected.Count(grant);

        var counted = Counters.All(World.Store);
        foreach (var limit in expected.Counted.Keys.Union(counted.Keys).Order(StringComparer.Ordinal))
        {
            var (shown, granted) = (counted.GetValueOrDefault(limit), expected.Counted.GetValueOrDefault(limit));
            if (shown != granted)
                Violated(FormattableString.Invariant($"{limit} shows {shown}, but {granted} was granted"));
        }

        return Task.CompletedTask;
    }
}
