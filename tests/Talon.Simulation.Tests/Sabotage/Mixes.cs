using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Runs in which one thing happens often; all else is as the seed draws it.</summary>
internal static class Mixes
{
    /// <summary>Whatever the seed draws.</summary>
    public static Scenario Any(Scenario scenario) => scenario;

    /// <summary>Many clients who seldom think, on several instances, all of whom want something of the same few campaigns.</summary>
    public static Func<Scenario, Scenario> Crowd(params long[] campaigns) => scenario => scenario with
    {
        Instances = 3,
        ReasonPadding = 0,
        InProcessGate = false,
        Clients = 8,
        Customers = 6,
        Sessions = 12,
        Generosity = 8,
        LongestThought = TimeSpan.FromSeconds(0.1),
        LongestDelay = TimeSpan.FromSeconds(0.1),
        Campaigns = campaigns,
    };

    /// <summary>The same where some split every limit, and others join it again.</summary>
    public static Func<Scenario, Scenario> Waves(params long[] campaigns) => scenario => Crowd(campaigns)(scenario) with
    {
        SplitAfter = 0,
        SplitFor = TimeSpan.FromMilliseconds(20),
    };

    /// <summary>The same with as many sessions and customers as there are requests, all of whom want something at once.</summary>
    public static Func<Scenario, Scenario> Rush(params long[] campaigns) => scenario => Crowd(campaigns)(scenario) with
    {
        Clients = 40,
        Customers = 60,
        Sessions = 300,
        Generosity = 40,
        LongestThought = TimeSpan.FromMilliseconds(10),
        Faults = new FaultMix([]),
    };

    /// <summary>Closings whose storage answers late or not at all, of clients who leave time for it.</summary>
    public static Func<Scenario, Scenario> Slow(params (FaultKind Kind, double Rate)[] faults) => scenario => scenario with
    {
        Clients = 4,
        Customers = 4,
        Sessions = 12,
        Generosity = 8,
        LongestThought = TimeSpan.FromMinutes(2),
        LongestDelay = TimeSpan.Zero,
        Campaigns = [CampaignPlans.Codes, CampaignPlans.Baskets],
        Faults = new FaultMix(faults),
    };
}
