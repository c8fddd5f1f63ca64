using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Everything that is broken on purpose, each with what must notice it.</summary>
internal static class Sabotages
{
    /// <summary>The table: one line for each.</summary>
    public static IReadOnlyDictionary<string, (Func<ITableStore, ITableStore> Tables, string[] NoticedBy)> All { get; } = new Dictionary<string, (Func<ITableStore, ITableStore>, string[])>
    {
        ["claims"] = (inner => new UnconditionalWrites(inner, (partition, key) => Counters.Has(partition) && Counters.IsCounter(key)), ["Counters follow claims", "Invariant 1", "Invariant 2", "Invariant 5"]),
        ["abandonment"] = (inner => new LateCommitsSucceed(inner), ["Invariant 9", "Invariant 5", "Invariant 1", "Invariant 2", "Acknowledged"]),
        ["idempotence of requests"] = (inner => new LostRows(inner, change => change.Key.StartsWith(OwnerRows.AnswerPrefix, StringComparison.Ordinal)), ["Invariant 7"]),
        ["idempotence of queue work"] = (inner => new LostRows(inner, change => change.Key.StartsWith("totals.", StringComparison.Ordinal)), ["Totals of profiles"]),
        ["read-back after a lost answer"] = (inner => new NothingReadBack(inner), ["Invariant 7", "Invariant 8"]),
        ["returns"] = (inner => new ReturnsForgotten(inner), ["Invariant 12", "Invariant 5", "Invariant 8", "Acknowledged"]),
        ["points"] = (inner => new UnconditionalWrites(inner, (partition, key) => partition.StartsWith("ledger.", StringComparison.Ordinal) && key.StartsWith("ledger.", StringComparison.Ordinal)), ["Invariant 3"]),
        ["giveaway pools"] = (inner => new UnconditionalWrites(inner, (partition, key) => partition.StartsWith("giveaways.", StringComparison.Ordinal) && key == GiveawayRows.Shelf), ["Giveaways are handed out once"]),
        ["rollback"] = (inner => new GiveBacksForgotten(inner), ["Invariant 5", "Invariant 9"]),
    };
}
