using Talon.Simulation;

namespace Talon.Cli;

/// <summary>Tells how simulations went.</summary>
internal static class SimulationText
{
    /// <summary>Writes the sums; of a run that failed its seed, and when it is to be told, what happened.</summary>
    public static void Write((SimulationTally Tally, TimeSpan Elapsed) done, SimulationPlan plan, Terminal terminal, bool told)
    {
        var (tally, elapsed) = done;
        var output = terminal.Output;
        foreach (var failure in told ? tally.Failures : [])
            output.WriteLine(failure);
        Table(output, "Operations", tally.OperationsByKind.Select(pair => (pair.Key, pair.Value)));
        Table(output, "Faults", tally.FaultsByKind.Select(pair => (pair.Key.ToString(), pair.Value)));
        output.WriteLine(FormattableString.Invariant($"{tally.Acknowledged} answered, {tally.Refused} refused, {tally.Lost} lost"));
        foreach (var failure in tally.Failures)
            output.WriteLine($"seed {failure.Seed} failed; repeat it with {plan.Repeat(failure.Seed)}");
        output.WriteLine(FormattableString.Invariant($"{tally.Runs} runs, {tally.Operations} operations, {tally.Operations / elapsed.TotalSeconds:0} a second, {tally.Failures.Count} failed"));
    }

    private static void Table(TextWriter output, string title, IEnumerable<(string Kind, long Count)> counts)
    {
        output.WriteLine(title);
        foreach (var (kind, count) in counts)
            output.WriteLine(FormattableString.Invariant($"  {kind,-22}{count,12}"));
    }
}
