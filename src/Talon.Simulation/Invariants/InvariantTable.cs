namespace Talon.Simulation;

/// <summary>All that is checked. Numbers are those of the design; 4 and 10 speak of one evaluation alone, and are properties that the rule engine's tests hold.</summary>
internal static class InvariantTable
{
    /// <summary>The invariants, in the order in which they look.</summary>
    public static IEnumerable<Invariant> All(World world, SimulatedShop shop, Histories histories, Turns turns, Workload workload, Desk desk, Fleet fleet)
    {
        var ceilings = new Ceilings(shop);
        return
        [
            histories,
            new CountersFollowClaims(world),
            new AttemptsEndOnce(world),
            new Invariant01Redemptions(world, ceilings),
            new Invariant02Budgets(world, ceilings),
            new Invariant03Points(world, shop),
            new PointsFollowTheClock(world, shop),
            new Invariant05Rollback(world, shop, histories),
            new Invariant06Reopening(world, shop, histories, workload, desk),
            new Invariant07Repeats(world, shop, histories, workload, desk),
            new Invariant08History(world, histories),
            turns,
            new Invariant09Ownership(world),
            new Invariant11Campaigns(world),
            new Invariant12Refunds(world, histories),
            new Invariant13Analytics(world, shop, histories),
            new Acknowledgements(world, shop, histories, workload, desk, fleet),
            new GiveawaysOnce(world, shop),
            new ProfileTotals(world, histories),
        ];
    }
}
