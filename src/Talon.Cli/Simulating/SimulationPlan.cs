using Talon.Simulation;

namespace Talon.Cli;

/// <summary>Which runs are asked for.</summary>
internal sealed record SimulationPlan
{
    /// <summary>The first seed.</summary>
    public required long First { get; init; }

    /// <summary>How many seeds.</summary>
    public required int Seeds { get; init; }

    /// <summary>Requests after which no further run is begun; null for no bound.</summary>
    public long? Total { get; init; }

    /// <summary>Requests that clients send in each run.</summary>
    public required int Operations { get; init; }

    /// <summary>Instances over one store; null to let the seed decide.</summary>
    public int? Instances { get; init; }

    /// <summary>Runs side by side.</summary>
    public required int Parallel { get; init; }

    /// <summary>What one run is given.</summary>
    public SimulationOptions Options(long seed) => new() { Seed = seed, Operations = Operations, Instances = Instances };

    /// <summary>The command that repeats a run.</summary>
    public string Repeat(long seed) => FormattableString.Invariant($"talon simulate --seed {seed} --operations {Operations}{(Instances is { } instances ? FormattableString.Invariant($" --instances {instances}") : "")}");
}
