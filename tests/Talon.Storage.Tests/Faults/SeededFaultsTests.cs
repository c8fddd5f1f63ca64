namespace Talon.Storage.Tests;

public sealed class SeededFaultsTests
{
    private static readonly StorageOperation Read = new(StorageOperationKind.Read, "p", []);
    private static readonly StorageOperation Send = new(StorageOperationKind.Send, "inbox", []);

    [Fact]
    public void A_seed_replays_its_faults()
    {
        var (one, same, other) = (Faults(1), Faults(1), Faults(2));

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.Contains(one, fault => fault.Kind == FaultKind.Unavailable);
        Assert.Contains(one, fault => fault.Kind == FaultKind.Duplicate);
        Assert.Contains(one, fault => fault == Fault.None);

        static List<Fault> Faults(int seed)
        {
            var plan = new SeededFaults(new(seed), TimeSpan.FromSeconds(1), [(FaultKind.Unavailable, 0.2), (FaultKind.Duplicate, 0.2)]);
            return [.. Enumerable.Range(0, 200).Select(i => plan.Next(i % 2 == 0 ? Read : Send))];
        }
    }

    [Theory]
    [InlineData(FaultKind.Touch)]
    [InlineData(FaultKind.Duplicate)]
    [InlineData(FaultKind.Late)]
    [InlineData(FaultKind.Reappear)]
    [InlineData(FaultKind.Reverse)]
    [InlineData(FaultKind.LateEffect)]
    public void A_fault_strikes_only_what_it_makes_sense_for(FaultKind kind)
    {
        var plan = new SeededFaults(new(1), TimeSpan.FromSeconds(1), [(kind, 1)]);

        Assert.Equal(Fault.None, plan.Next(Read));
    }

    [Fact]
    public void Spans_are_at_most_the_longest()
    {
        var longest = TimeSpan.FromSeconds(1);
        var plan = new SeededFaults(new(1), longest, [(FaultKind.Late, 1)]);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.InRange(plan.Next(Send).Span, TimeSpan.Zero, longest));
    }
}
