namespace Talon.Simulation.Tests;

public sealed class ReplayTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void A_seed_gives_the_same_run_each_time(long seed)
    {
        var first = Seeds.Run(seed);
        var told = new SimulationRun(new SimulationOptions { Seed = seed, TraceLines = 100 }).Run();
        Assert.Equal((first.TraceHash, first.Steps, first.Operations), (told.TraceHash, told.Steps, told.Operations));
        Assert.NotEqual(first.TraceHash, Seeds.Run(seed + 100).TraceHash);
    }

    [Fact]
    public void A_failure_names_its_seed_and_the_seed_repeats_it()
    {
        var broken = Sabotages.All["rollback"];
        var failed = Enumerable.Range(1, 20)
            .Select(seed => Simulator.Run(broken.Options(seed)))
            .First(report => report.Failure is not null);
        var again = Simulator.Run(broken.Options(failed.Seed));

        Assert.StartsWith(FormattableString.Invariant($"seed {failed.Seed}:"), failed.ToString(), StringComparison.Ordinal);
        Assert.Contains(failed.Failure!, failed.ToString(), StringComparison.Ordinal);
        Assert.Equal((failed.Failure, failed.Steps, failed.TraceHash), (again.Failure, again.Steps, again.TraceHash));
        Assert.NotEmpty(again.Trace);
    }
}
