using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Everything that is broken on purpose, each with what must notice it.</summary>
internal static class Sabotages
{
    /// <summary>The table: one entry for each.</summary>
    public static IReadOnlyDictionary<string, Sabotage> All { get; } = new Dictionary<string, Sabotage>
    {
        ["claims"] = new(
            inner => new UnconditionalWrites(inner, (partition, key) => Counters.Has(partition) && Counters.IsCounter(key)),
            Mixes.Crowd(CampaignPlans.Codes, CampaignPlans.Baskets, CampaignPlans.Items),
            "Counters follow claims", "Invariant 1", "Invariant 2", "Invariant 5"),
        ["split limits"] = new(
            inner => new AllotmentsForgotten(inner),
            scenario => Mixes.Crowd(CampaignPlans.Codes, CampaignPlans.Baskets)(scenario) with { SplitAfter = 0 },
            "Counters follow claims", "Invariant 1", "Invariant 2"),
        ["joined limits"] = new(
            inner => new LeftoversForgotten(inner),
            Mixes.Waves(CampaignPlans.Codes, CampaignPlans.Baskets),
            "Counters follow claims", "Invariant 1", "Invariant 2"),
        ["abandonment"] = new(
            inner => new LateCommitsSucceed(inner),
            Mixes.Slow((FaultKind.LateEffect, 0.03), (FaultKind.Pause, 0.15)),
            "Attempts end once", "Invariant 9", "Invariant 5", "Invariant 1", "Invariant 2", "Acknowledged"),
        ["idempotence of requests"] = new(
            inner => new LostRows(inner, change => change.Key.StartsWith(OwnerRows.AnswerPrefix, StringComparison.Ordinal)),
            Mixes.Any,
            "Invariant 7"),
        ["idempotence of queue work"] = new(
            inner => new LostRows(inner, change => change.Key.StartsWith("totals.", StringComparison.Ordinal)),
            Mixes.Any,
            "Totals of profiles"),
        ["read-back after a lost answer"] = new(
            inner => new NothingReadBack(inner),
            Mixes.Slow((FaultKind.AnswerLost, 0.02)),
            "Acknowledged", "Invariant 7", "Invariant 8"),
        ["returns"] = new(
            inner => new ReturnsForgotten(inner),
            Mixes.Any,
            "Invariant 12", "Invariant 5", "Invariant 8", "Invariant 13", "Acknowledged"),
        ["points"] = new(
            inner => new BookedAgain(inner),
            Mixes.Crowd(CampaignPlans.Stars),
            "Invariant 3"),
        ["giveaway pools"] = new(
            inner => new LostRows(inner, change => change.Kind == ChangeKind.Replace && change.Key == GiveawayRows.Shelf),
            Mixes.Any,
            "Giveaways are handed out once"),
        ["the race for a giveaway pool's shelf"] = new(
            inner => new UnconditionalWrites(inner, (partition, key) => partition.StartsWith("giveaways.", StringComparison.Ordinal) && key == GiveawayRows.Shelf),
            Mixes.Rush(CampaignPlans.Tickets),
            "Giveaways are handed out once"),
        ["points that wait to be activated"] = new(
            inner => new ForgottenByLedgers(inner, ledger => ledger with { Lots = [.. ledger.Lots.Select(lot => lot with { From = lot.From ?? lot.Created })] }),
            Mixes.Crowd(CampaignPlans.Miles),
            "Points follow the clock"),
        ["points that end"] = new(
            inner => new ForgottenByLedgers(inner, ledger => ledger with { Lots = [.. ledger.Lots.Select(lot => lot with { Until = null })] }),
            Mixes.Crowd(CampaignPlans.Miles),
            "Points follow the clock"),
        ["the index of points that end"] = new(
            inner => new LostWrites(inner, partition => partition.StartsWith("due.", StringComparison.Ordinal)),
            Mixes.Crowd(CampaignPlans.Miles),
            "Points follow the clock"),
        ["tiers"] = new(
            inner => new ForgottenByLedgers(inner, ledger => ledger with { Tier = null }),
            Mixes.Crowd(CampaignPlans.Miles),
            "Points follow the clock"),
        ["the race for a card's points"] = new(
            inner => new UnconditionalWrites(inner, (partition, key) => partition.StartsWith("ledger.3.", StringComparison.Ordinal) && LedgerRows.IsLedger(key)),
            Mixes.Crowd(CampaignPlans.Cards),
            "Invariant 3", "Points follow the clock"),
        ["rollback"] = new(
            inner => new GiveBacksForgotten(inner),
            Mixes.Any,
            "Invariant 5", "Invariant 9"),
    };
}
