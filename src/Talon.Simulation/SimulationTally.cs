using Talon.Storage;

namespace Talon.Simulation;

/// <summary>The sums of many runs.</summary>
public sealed class SimulationTally
{
    private readonly SortedDictionary<string, long> _operations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<FaultKind, long> _faults = [];
    private readonly List<SimulationReport> _failures = [];

    /// <summary>How many runs there were.</summary>
    public int Runs { get; private set; }

    /// <summary>Requests sent.</summary>
    public long Operations { get; private set; }

    /// <summary>Those that were answered.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Those that were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>Those whose sender never heard what became of them.</summary>
    public long Lost { get; private set; }

    /// <summary>Steps of the scheduler.</summary>
    public long Steps { get; private set; }

    /// <summary>The requests by what they asked for.</summary>
    public IReadOnlyDictionary<string, long> OperationsByKind => _operations;

    /// <summary>Faults that struck, by what went wrong.</summary>
    public IReadOnlyDictionary<FaultKind, long> FaultsByKind => _faults;

    /// <summary>The runs that found something wrong.</summary>
    public IReadOnlyList<SimulationReport> Failures => _failures;

    /// <summary>Adds a run.</summary>
    public void Add(SimulationReport report)
    {
        Runs++;
        Operations += report.Operations;
        Acknowledged += report.Acknowledged;
        Refused += report.Refused;
        Lost += report.Lost;
        Steps += report.Steps;
        foreach (var (kind, count) in report.OperationsByKind)
            _operations[kind] = _operations.GetValueOrDefault(kind) + count;
        foreach (var (kind, count) in report.FaultsByKind)
            _faults[kind] = _faults.GetValueOrDefault(kind) + count;
        if (report.Failure is not null)
            _failures.Add(report);
    }
}
