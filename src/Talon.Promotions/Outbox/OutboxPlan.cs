using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Puts together what a commit owes other partitions.</summary>
internal static class OutboxPlan
{
    /// <summary>So many rows leave a commit's transaction room for what else it writes.</summary>
    private const int MostRows = 60;

    /// <summary>The rows, with the change of the customer's totals and the end of the note that was left with the customer.</summary>
    /// <remarks>
    /// Whoever finds the note settles first. So it goes with the totals when nothing else of the customer's is owed, and
    /// otherwise last of all.
    /// </remarks>
    /// <param name="reference">The attempt that owes it.</param>
    /// <param name="queue">The queue whose function books the totals.</param>
    /// <param name="others">What else is owed.</param>
    /// <param name="profile">The customer's partition; null when anonymous.</param>
    /// <param name="totals">The change of the totals.</param>
    public static IReadOnlyList<OutboxRow> WithTotals(AttemptReference reference, string queue, IReadOnlyList<OutboxRow> others, string? profile, ProfileTotals totals)
    {
        if (profile is null)
            return others;
        var late = others.Any(row => row.Points is not null || row.Returns.Any(back => back.Claim is PointsClaim or AchievementClaim));
        var booked = new OutboxRow
        {
            Id = $"{reference.Id}.totals",
            Queue = queue,
            Target = profile,
            Attempt = reference.Id,
            Totals = totals with { Released = late ? null : reference.Id },
        };
        return late
            ? [.. others, booked, Note(reference, queue, profile)]
            : [.. others, booked];
    }

    /// <summary>The row that takes the note away which an attempt left with the customer.</summary>
    public static OutboxRow Note(AttemptReference reference, string queue, string profile) =>
        new() { Id = $"{reference.Id}.note", Queue = queue, Target = profile, Attempt = reference.Id, Releases = reference.Id };

    /// <summary>The changes that write an outbox along with a commit. What is too much for its transaction travels in bundles.</summary>
    public static IEnumerable<Change> Write(long commit, IReadOnlyList<OutboxRow> rows) =>
        Bundle(rows, MostRows).Select(row => Change.Insert(OwnerRows.Outbox(commit, row.Index), Encode(row.Bundle)));

    /// <summary>The transaction that puts the rows of a bundle in its place.</summary>
    public static IReadOnlyList<Change> Unpack(Row row, OutboxRow bundle)
    {
        var (prefix, at) = OwnerRows.OutboxPlace(row.Key);
        var rows = Bundle([bundle with { More = [] }, .. bundle.More], StorageLimits.MaxChanges);
        return [.. rows.Select(part => part.Index == 0 ? Change.Replace(row.Key, Encode(part.Bundle), row.ETag) : Change.Insert(OwnerRows.OutboxAt(prefix, at + part.Index), Encode(part.Bundle)))];
    }

    private static IEnumerable<(int Index, OutboxRow Bundle)> Bundle(IReadOnlyList<OutboxRow> rows, int most)
    {
        var size = Math.Max(1, (rows.Count + most - 1) / most);
        return rows.Chunk(size).Select((bundle, i) => (i * size, bundle[0] with { More = [.. bundle.Skip(1)] }));
    }

    private static byte[] Encode(OutboxRow row) => RowCodec.Encode(row, RowJson.Default.OutboxRow);

    /// <summary>The rows that note giveaways with those who got them.</summary>
    public static IEnumerable<OutboxRow> Giveaways(AttemptReference reference, IEnumerable<Giveaway> giveaways) => giveaways.GroupBy(giveaway => giveaway.ProfileIntegrationId!).Select((recipient, index) => new OutboxRow
    {
        Id = $"{reference.Id}.giveaways.{index}",
        Queue = OutboxQueues.Redemptions,
        Target = Partitions.Profile(recipient.Key),
        Attempt = reference.Id,
        Giveaways = [.. recipient],
    });

    /// <summary>The rows that book points.</summary>
    public static IEnumerable<OutboxRow> Points(AttemptReference reference, IEnumerable<PointsOperation> operations) => operations.Select((operation, index) => new OutboxRow
    {
        Id = $"{reference.Id}.points.{index}",
        Queue = OutboxQueues.Loyalty,
        Target = Partitions.Ledger(operation.ProgramId, operation.Owner),
        Attempt = reference.Id,
        Points = operation,
    });
}
