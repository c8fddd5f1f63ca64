using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>6. Reopen and then close, nothing else between, is close.</summary>
internal sealed class Invariant06Reopening(
    World world,
    SimulatedShop shop,
    Histories histories,
    Workload workload,
    Desk desk) : Invariant(world, "Invariant 6, reopening and closing is closing")
{
    /// <inheritdoc/>
    public override async Task ProbeAsync()
    {
        foreach (var (code, number) in shop.CouponPlans.Select((plan, number) => (plan.Code, number)))
            await ProbeAsync($"reopened-{number}", code);
    }

    private async Task ProbeAsync(string id, string code)
    {
        var cart = new SessionUpdate
        {
            IntegrationId = id,
            ProfileId = Customers.Id(0),
            CartItems = [new CartItem { Sku = "sku", Price = 60, Quantity = 2 }],
            CouponCodes = [code],
            State = SessionState.Closed,
        };
        await desk.SendAsync(workload.Session(cart));
        var first = histories.Find(id)!.Last;
        await desk.SendAsync(workload.Reopen(id));
        await desk.SendAsync(workload.Session(new SessionUpdate { IntegrationId = id, State = SessionState.Closed }));
        var second = histories.Find(id)!.Last;

        var (before, after) = (Answer.TellRepeatable(first.Effects), Answer.TellRepeatable(second.Effects));
        if (second.Commits != first.Commits + 2 || !before.SequenceEqual(after))
            Violated($"{id} with {code} was closed with {string.Join("; ", before)}; and then with {string.Join("; ", after)}");
    }
}
