using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>What one run is like; drawn from its seed.</summary>
internal sealed record Scenario
{
    /// <summary>How many instances share the store.</summary>
    public required int Instances { get; init; }

    /// <summary>How many clients send requests, each one at a time.</summary>
    public required int Clients { get; init; }

    /// <summary>How many customers there are.</summary>
    public required int Customers { get; init; }

    /// <summary>How many sessions are in use at a time.</summary>
    public required int Sessions { get; init; }

    /// <summary>Who applies what commits owe.</summary>
    public required FinaliseMode Finalise { get; init; }

    /// <summary>Whether turns are ordered inside the only process, without leases.</summary>
    public required bool InProcessGate { get; init; }

    /// <summary>Whether what is left of a budget is granted.</summary>
    public required bool PartialDiscounts { get; init; }

    /// <summary>The longest time that a client takes between requests.</summary>
    public required TimeSpan LongestThought { get; init; }

    /// <summary>The campaigns that run, by their ids: all in one run of three, otherwise some, so that each is at times what most requests are about.</summary>
    public required IReadOnlyList<long> Campaigns { get; init; }

    /// <summary>How much longer than need be the reasons are that come with points: the longer, the fewer grants a ledger keeps at hand.</summary>
    public required int ReasonPadding { get; init; }

    /// <summary>How late timers fire at most: the later, the more wake together, and get in each other's way.</summary>
    public required TimeSpan LongestDelay { get; init; }

    /// <summary>How budgets are drawn: the smaller, the sooner they run out.</summary>
    public required int Generosity { get; init; }

    /// <summary>After how many conflicts every other instance splits a limit; 0 for at once.</summary>
    public required int SplitAfter { get; init; }

    /// <summary>How long a limit stays split once the others are quiet.</summary>
    public required TimeSpan SplitFor { get; init; }

    /// <summary>What goes wrong.</summary>
    public required FaultMix Faults { get; init; }

    /// <summary>Draws a scenario.</summary>
    public static Scenario Draw(Random random)
    {
        var instances = 1 + random.Next(3);
        var thought = TimeSpan.FromSeconds(Math.Pow(10, -2 + (4.5 * random.NextDouble())));
        return new Scenario
        {
            Instances = instances,
            Clients = 1 + random.Next(8),
            Customers = 1 + random.Next(6),
            Sessions = 2 + random.Next(10),
            Finalise = random.Next(2) == 0 ? FinaliseMode.Inline : FinaliseMode.Queue,
            InProcessGate = instances == 1 && random.Next(2) == 0,
            PartialDiscounts = random.Next(2) == 0,
            LongestThought = thought,
            Campaigns = SomeCampaigns(random),
            LongestDelay = random.Next(4) == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(1, thought.TotalSeconds * random.NextDouble())),
            Generosity = 1 + random.Next(8),
            ReasonPadding = random.Next(3) == 0 ? 20_000 : 0,
            Faults = FaultMix.Draw(random),
            SplitAfter = random.Next(3) switch { 0 => 0, 1 => 1, _ => LimitLedger.SplitAfter },
            SplitFor = random.Next(4) == 0 ? LimitLedger.SplitFor : thought * random.NextDouble(),
        };
    }

    /// <summary>The same with another number of instances; null to leave it.</summary>
    public Scenario With(int? instances) => instances is { } wanted ? this with { Instances = wanted, InProcessGate = InProcessGate && wanted == 1 } : this;

    private static IReadOnlyList<long> SomeCampaigns(Random random)
    {
        if (random.Next(3) == 0)
            return CampaignPlans.All;
        List<long> some = [.. CampaignPlans.All.Where(_ => random.Next(2) == 0)];
        return some.Count > 0 ? some : [CampaignPlans.All[random.Next(CampaignPlans.All.Count)]];
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Instances} instances, {Clients} clients, {Customers} customers, {Sessions} sessions, {Finalise}, {(InProcessGate ? "in-process gate" : "leases")}, partial discounts {PartialDiscounts}, thoughts up to {LongestThought.TotalSeconds:0.00} s, timers up to {LongestDelay.TotalSeconds:0.000} s late, campaigns {string.Join(' ', Campaigns)}, generosity {Generosity}, reasons padded by {ReasonPadding}, every other instance splits limits after {SplitAfter} conflicts for {SplitFor.TotalSeconds:0.00} s; {Faults}");
}
