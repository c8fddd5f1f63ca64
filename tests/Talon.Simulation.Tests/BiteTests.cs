namespace Talon.Simulation.Tests;

/// <summary>A simulator that never fails proves nothing: whatever is broken on purpose, it must notice.</summary>
public sealed class BiteTests
{
    private const int FirstSeed = 1;
    private const int MostSeeds = 60;

    public static TheoryData<string> Broken => [.. Sabotages.All.Keys];

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_broken_is_noticed(string what)
    {
        var sabotage = Sabotages.All[what];
        var failure = Enumerable.Range(FirstSeed, MostSeeds)
            .Select(seed => new SimulationRun(sabotage.Options(seed)).Run().Failure)
            .FirstOrDefault(failure => failure is not null);

        Assert.True(failure is not null, $"With broken {what}, {MostSeeds} seeds found nothing wrong.");
        Assert.Contains(sabotage.NoticedBy, invariant => failure.StartsWith(invariant, StringComparison.Ordinal));
    }
}
