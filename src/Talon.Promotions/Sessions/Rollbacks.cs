namespace Talon.Promotions;

/// <summary>What undoing owes other partitions.</summary>
internal static class Rollbacks
{
    /// <summary>One outbox row per partition.</summary>
    /// <param name="reference">The attempt that owes it.</param>
    /// <param name="returns">What goes back to limits.</param>
    /// <param name="profile">The customer; null when anonymous.</param>
    /// <param name="totals">The change of the customer's totals.</param>
    public static IEnumerable<OutboxRow> Owed(AttemptReference reference, IEnumerable<ClaimReturn> returns, ProfileRead? profile, ProfileTotals totals)
    {
        foreach (var (target, index) in returns.GroupBy(back => back.Claim.Partition).Select((target, index) => (target, index)))
        {
            yield return new OutboxRow
            {
                Id = $"{reference.Id}.{index}",
                Queue = OutboxQueues.Rollbacks,
                Target = target.Key,
                Attempt = reference.Id,
                Returns = [.. target],
            };
        }

        if (profile is not null)
        {
            yield return new OutboxRow
            {
                Id = $"{reference.Id}.totals",
                Queue = OutboxQueues.Rollbacks,
                Target = profile.Partition,
                Attempt = reference.Id,
                Totals = totals,
            };
        }
    }
}
