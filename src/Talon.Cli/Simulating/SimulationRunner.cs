using System.Diagnostics;
using Talon.Simulation;

namespace Talon.Cli;

/// <summary>Runs seeds side by side; each run stays on one thread.</summary>
internal sealed class SimulationRunner(SimulationPlan plan, Terminal terminal)
{
    private const int MostFailures = 10;
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(10);

    private readonly SimulationTally _tally = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _reported;
    private long _begun;

    /// <summary>Runs what is asked for, and tells how it goes.</summary>
    public (SimulationTally Tally, TimeSpan Elapsed) Run()
    {
        Parallel.For(0, plan.Parallel, new ParallelOptions { MaxDegreeOfParallelism = plan.Parallel }, _ =>
        {
            for (var number = Interlocked.Increment(ref _begun); number <= plan.Seeds && Note(Simulator.Run(plan.Options(plan.First + number - 1)));)
                number = Interlocked.Increment(ref _begun);
        });
        return (_tally, _watch.Elapsed);
    }

    /// <summary>Notes a run; false when no further one is wanted.</summary>
    private bool Note(SimulationReport report)
    {
        lock (_tally)
        {
            _tally.Add(report);
            if (report.Failure is not null)
                terminal.Output.WriteLine($"FAILED {plan.Repeat(report.Seed)}: {report.Failure.ReplaceLineEndings("\n").Split('\n')[0]}");
            if (_watch.Elapsed >= _reported + BetweenReports)
                Tell();
            return _tally.Failures.Count < MostFailures && !(_tally.Operations >= plan.Total);
        }
    }

    private void Tell()
    {
        _reported = _watch.Elapsed;
        terminal.Output.WriteLine(FormattableString.Invariant($"{_reported:hh\\:mm\\:ss} {_tally.Runs} runs, {_tally.Operations} operations, {_tally.Operations / _reported.TotalSeconds:0} a second, {_tally.FaultsByKind.Values.Sum()} faults, {_tally.Failures.Count} failed"));
    }
}
