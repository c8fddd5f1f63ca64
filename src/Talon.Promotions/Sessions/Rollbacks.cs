using System.Globalization;

namespace Talon.Promotions;

/// <summary>What undoing owes other partitions.</summary>
internal static class Rollbacks
{
    /// <summary>One outbox row per partition.</summary>
    /// <param name="reference">The attempt that owes it.</param>
    /// <param name="returns">What goes back to where it was taken from.</param>
    /// <param name="profile">The customer; null when anonymous.</param>
    /// <param name="totals">The change of the customer's totals.</param>
    /// <param name="analytics">What is taken out of the analytics of campaigns.</param>
    public static IReadOnlyList<OutboxRow> Owed(AttemptReference reference, IEnumerable<ClaimReturn> returns, ProfileRead? profile, ProfileTotals totals, IReadOnlyList<AnalyticsChange> analytics)
    {
        IReadOnlyList<OutboxRow> rows = [.. Owed(reference, returns), .. AnalyticsChange.Owed(reference, "undone", OutboxQueues.Rollbacks, analytics)];
        return OutboxPlan.WithTotals(reference, OutboxQueues.Rollbacks, rows, profile?.Partition, totals);
    }

    /// <summary>One row per partition that something goes back to.</summary>
    public static IEnumerable<OutboxRow> Owed(AttemptReference reference, IEnumerable<ClaimReturn> returns) => returns.GroupBy(back => back.Claim.Partition).Select((target, index) => new OutboxRow
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{reference.Id}.{index}"),
        Queue = OutboxQueues.Rollbacks,
        Target = target.Key,
        Attempt = reference.Id,
        Returns = [.. target],
    });
}
