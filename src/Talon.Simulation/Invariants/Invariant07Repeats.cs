using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>7. A repeat with its key changes nothing and gives the first answer; a repeated update changes nothing but its count and times.</summary>
internal sealed class Invariant07Repeats(
    World world,
    SimulatedShop shop,
    Histories histories,
    Workload workload,
    Desk desk) : Invariant(world, "Invariant 7, repeats change nothing")
{
    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (commit.By is not { } by)
            return;
        if (by.Commits > 1)
            Violated($"{by} was committed twice");
        if (by.Operation is { Keyed: true, Commits: > 1 })
            Violated($"{by} was committed again under its key");
    }

    /// <inheritdoc/>
    public override void Answered(Sending sending)
    {
        if (!sending.Operation.Keyed)
            return;
        if (sending is { Repeats: true, Outcome: Outcome.Refused, Refusal: not ConflictException })
            Violated($"{sending} had been answered, and was then refused: {sending.Refusal}");
        if (sending.Outcome != Outcome.Acknowledged)
            return;
        if (sending.Operation.FirstAnswer is { } first && !first.Span.SequenceEqual(sending.Answer.Span))
            Violated($"{sending} got another answer than the first one");
        sending.Operation.FirstAnswer ??= sending.Answer;
    }

    /// <inheritdoc/>
    public override async Task ProbeAsync()
    {
        var cart = new SessionUpdate
        {
            IntegrationId = "repeated",
            ProfileId = Customers.Id(0),
            CartItems = [new CartItem { Sku = "sku", Price = 60, Quantity = 2 }],
            CouponCodes = [.. shop.CouponPlans.Take(3).Select(plan => plan.Code)],
        };
        var counters = Counters.All(World.Store);
        await desk.SendAsync(workload.Session(cart));
        var first = histories.Find("repeated")!.Last;
        await desk.SendAsync(workload.Session(cart));
        var second = histories.Find("repeated")!.Last;

        if (second.Session.UpdateCount != first.Session.UpdateCount + 1 || !Answer.TellRepeatable(first.Effects).SequenceEqual(Answer.TellRepeatable(second.Effects)))
            Violated("an update sent again had other effects");
        if (!counters.OrderBy(pair => pair.Key).SequenceEqual(Counters.All(World.Store).OrderBy(pair => pair.Key)))
            Violated("updates of an open session moved counters");
    }
}
