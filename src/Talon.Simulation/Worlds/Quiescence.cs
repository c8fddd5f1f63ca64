using Talon.Storage;

namespace Talon.Simulation;

/// <summary>Brings a run to rest: no more faults, everybody alive, and time enough for every message and every lease.</summary>
internal sealed class Quiescence(World world, SimulatedShop shop, Fleet fleet, Histories histories, Workload workload, Desk desk)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Waits until nothing is left to do.</summary>
    public async Task RestAsync()
    {
        world.Faults.Enabled = false;
        fleet.StartAll();
        // Late effects and leases of the dead.
        await Task.Delay(TimeSpan.FromMinutes(5), world.Time);
        for (var until = world.Time.Elapsed + Patience; world.Store.Messages().Count > 0;)
        {
            if (world.Time.Elapsed > until)
            {
                world.Fail($"The queues never drain; {world.Store.Messages()[0]} is left.");
                return;
            }

            await ReplayAsync();
            await Task.Delay(Pause, world.Time);
        }
    }

    /// <summary>What nobody is owed may lie about until somebody looks: looks at everything once.</summary>
    public async Task VisitAsync()
    {
        foreach (var session in histories.Named.ToList())
            await desk.SendAsync(workload.Visit(session, histories.Find(session)?.Last.Session.State));
        foreach (var told in histories.Told.ToList())
            await desk.SendAsync(workload.Again(told));
        for (var customer = 0; customer < world.Scenario.Customers; customer++)
            await desk.SendAsync(workload.Visit(Customers.Id(customer)));
        var loyalty = (await fleet.AnyAsync(world.Stream(13))).Services.Loyalty;
        foreach (var card in SimulatedShop.LoyaltyCards)
            await loyalty.OfCardAsync(shop.Cards, card, CancellationToken.None);
        await RestAsync();
    }

    /// <summary>What an operator does once the store is well again: poison goes back to where it came from.</summary>
    private async Task ReplayAsync()
    {
        foreach (var queue in Promotions.QueueHandlers.Names)
        {
            foreach (var poison in await world.Store.ReceiveAsync(PoisonQueue.Of(queue), StorageLimits.MaxReceive, Pause))
            {
                await world.Store.SendAsync(queue, PoisonMessage.Decode(poison.Body).Body);
                await world.Store.DeleteAsync(poison);
            }
        }
    }
}
