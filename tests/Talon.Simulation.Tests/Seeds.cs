namespace Talon.Simulation.Tests;

/// <summary>Runs seeds.</summary>
internal static class Seeds
{
    /// <summary>Far more than a run of the usual length takes: one that takes more hangs.</summary>
    public const long MostSteps = 300_000;

    /// <summary>Runs one.</summary>
    public static SimulationReport Run(long seed, int? instances = null) =>
        Simulator.Run(new SimulationOptions { Seed = seed, Instances = instances, MostSteps = MostSteps });
}
