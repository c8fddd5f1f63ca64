using Talon.Storage;

namespace Talon.Simulation;

/// <summary>What is to be simulated.</summary>
public sealed record SimulationOptions
{
    /// <summary>Decides everything that chance decides: the same seed gives the same run.</summary>
    public required long Seed { get; init; }

    /// <summary>How many requests clients send; 300 by default.</summary>
    public int Operations { get; init; } = 300;

    /// <summary>How many instances share the store; null to let the seed decide.</summary>
    public int? Instances { get; init; }

    /// <summary>The most steps of the scheduler; a run that needs more hangs. 5,000,000 by default.</summary>
    public long MostSteps { get; init; } = 5_000_000;

    /// <summary>How many of the last lines of the trace are kept as text; 0, the default, for the hash alone.</summary>
    public int TraceLines { get; init; }

    /// <summary>Changes what the seed draws the run to be like; for tests that need something to happen often.</summary>
    internal Func<Scenario, Scenario> Mix { get; init; } = static scenario => scenario;

    /// <summary>Stands between the application and its tables; for tests that break something on purpose.</summary>
    public Func<ITableStore, ITableStore> Tables { get; init; } = static tables => tables;

    /// <summary>Stands between the application and its queues.</summary>
    public Func<IMessageQueue, IMessageQueue> Queue { get; init; } = static queue => queue;
}
