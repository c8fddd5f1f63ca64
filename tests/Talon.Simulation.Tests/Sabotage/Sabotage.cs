using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Something that is broken on purpose.</summary>
/// <param name="Tables">Breaks it.</param>
/// <param name="Mix">Makes runs in which it matters often.</param>
/// <param name="NoticedBy">The invariants that may notice it.</param>
internal sealed record Sabotage(Func<ITableStore, ITableStore> Tables, Func<Scenario, Scenario> Mix, params string[] NoticedBy)
{
    /// <summary>What one run is given.</summary>
    public SimulationOptions Options(long seed) => new() { Seed = seed, Tables = Tables, Mix = Mix, MostSteps = Seeds.MostSteps };
}
