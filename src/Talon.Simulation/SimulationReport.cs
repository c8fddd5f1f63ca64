using Talon.Storage;

namespace Talon.Simulation;

/// <summary>How a run went.</summary>
public sealed record SimulationReport
{
    /// <summary>The seed: it repeats the run.</summary>
    public required long Seed { get; init; }

    /// <summary>What the run was like, in words.</summary>
    public required string Scenario { get; init; }

    /// <summary>Requests sent.</summary>
    public required int Operations { get; init; }

    /// <summary>Those that were answered.</summary>
    public required int Acknowledged { get; init; }

    /// <summary>Those that were refused.</summary>
    public required int Refused { get; init; }

    /// <summary>Those whose sender never heard what became of them.</summary>
    public required int Lost { get; init; }

    /// <summary>The requests by what they asked for.</summary>
    public required IReadOnlyDictionary<string, int> OperationsByKind { get; init; }

    /// <summary>Faults that struck.</summary>
    public int Faults => FaultsByKind.Values.Sum();

    /// <summary>Faults that struck, by what went wrong.</summary>
    public required IReadOnlyDictionary<FaultKind, int> FaultsByKind { get; init; }

    /// <summary>Steps of the scheduler.</summary>
    public required long Steps { get; init; }

    /// <summary>The time that passed in the run.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Tells two runs apart.</summary>
    public required ulong TraceHash { get; init; }

    /// <summary>What was wrong; null when nothing was.</summary>
    public string? Failure { get; init; }

    /// <summary>The last lines of the trace.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString()
    {
        var head = FormattableString.Invariant($"seed {Seed}: {Operations} operations, {Acknowledged} answered, {Refused} refused, {Lost} lost, {Faults} faults, {Steps} steps, {Elapsed}; {Scenario}");
        return Failure is null ? head : $"{head}{Environment.NewLine}FAILED at step {Steps}: {Failure}{Environment.NewLine}{string.Join(Environment.NewLine, Trace)}";
    }
}
