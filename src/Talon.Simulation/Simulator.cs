namespace Talon.Simulation;

/// <summary>Runs the whole application on one thread, over a store in memory, in virtual time, with everything going wrong that may, and checks what must be true all the same.</summary>
public static class Simulator
{
    private const int LinesToTell = 100_000;

    /// <summary>Runs a seed; a run that failed is run again, to be told.</summary>
    public static SimulationReport Run(SimulationOptions options)
    {
        var report = new SimulationRun(options).Run();
        return report.Failure is null || options.TraceLines > 0
            ? report
            : new SimulationRun(options with { TraceLines = LinesToTell }).Run();
    }
}
