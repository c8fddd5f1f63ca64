using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Invariants 1 to 3, 5 to 9, 11 to 13 and what goes with them, in a bundle of seeds. <c>talon simulate</c> runs as many as you ask.</summary>
public sealed class SeedTests
{
    private const int SeedsPerBundle = 6;

    public static TheoryData<int> Bundles => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Bundles))]
    public void Every_invariant_holds_whatever_goes_wrong(int bundle)
    {
        for (var seed = 1000 + (bundle * SeedsPerBundle); seed < 1000 + ((bundle + 1) * SeedsPerBundle); seed++)
        {
            var report = Seeds.Run(seed);
            Assert.True(report.Failure is null, report.ToString());
        }
    }

    [Fact]
    public void Limits_are_split_and_joined_again()
    {
        var (split, joined) = (0, 0);
        for (var seed = 1; seed <= 12; seed++)
        {
            var report = Simulator.Run(new SimulationOptions { Seed = seed, Tables = inner => new WatchedSplitting(inner, () => split++, () => joined++), MostSteps = Seeds.MostSteps });
            Assert.True(report.Failure is null, report.ToString());
        }

        Assert.True(split >= 10 && joined >= 10, $"{split} times split, {joined} times joined.");
    }

    [Fact]
    public void Every_kind_of_fault_strikes_and_every_kind_of_request_is_sent()
    {
        var tally = new SimulationTally();
        for (var seed = 1; seed <= 12; seed++)
            tally.Add(Seeds.Run(seed));
        Assert.Empty(tally.Failures);
        Assert.Equal(Enum.GetValues<FaultKind>()[1..], tally.FaultsByKind.Keys);
        Assert.Superset(new HashSet<string> { "Open", "Closed", "Cancelled", "Reopen", "Return", "Read", "dry Closed", "Profile", "Profile with rules", "Event", "Event with an id", "Activate" }, tally.OperationsByKind.Keys.ToHashSet());
    }
}
