namespace Talon.Promotions.Tests;

public sealed class TiersTests
{
    private static readonly LoyaltyProgram Program = new()
    {
        Id = 1,
        Created = Points.Start,
        Name = "points",
        Title = "Points",
        DefaultPending = LoyaltyProgram.Immediate,
        DefaultValidity = LoyaltyProgram.Unlimited,
        AllowSubledger = true,
        Sandbox = false,
        Timezone = "UTC",
        Tiers = [new(1, "bronze", 0), new(2, "silver", 100), new(3, "gold", 500)],
    };

    [Fact]
    public void Points_lead_upward_and_never_downward()
    {
        var tiers = new Tiers(Program);
        var bronze = tiers.Raise(null, 0, null, Points.Start);
        var gold = tiers.Raise(bronze, 500, null, Points.Day(1));
        Assert.Equal(new HeldTier(3, Points.Day(1), null), gold);
        Assert.Equal(gold, tiers.Raise(gold, 50, null, Points.Day(2)));
        Assert.Equal("gold", tiers.Next(tiers.Raise(bronze, 100, null, Points.Day(1)))!.Name);
        Assert.Null(tiers.Next(gold));
    }

    [Theory]
    [InlineData(TiersDowngradePolicy.OneDown, 2)]
    [InlineData(TiersDowngradePolicy.BalanceBased, 1)]
    public void A_tier_that_expires_leads_downward_by_policy(TiersDowngradePolicy policy, long tier)
    {
        var tiers = new Tiers(Program with { TiersExpirationPolicy = TiersExpirationPolicy.TierStartDate, TiersExpireIn = "10D", TiersDowngradePolicy = policy });
        var gold = tiers.Raise(null, 600, null, Points.Start);
        var ledger = Points.Empty with { Tier = gold };
        Assert.Equal(gold, tiers.Now(Points.On(ledger, 9), null, Points.Day(9)));
        Assert.Equal(new HeldTier(tier, Points.Day(10), Points.Day(20)), tiers.Now(Points.On(ledger, 12), null, Points.Day(12)));
    }

    [Fact]
    public void Cycles_end_on_the_same_day_for_all()
    {
        var tiers = new Tiers(Program with { TiersExpirationPolicy = TiersExpirationPolicy.AbsoluteExpiration, TierCycleStartDate = Points.Day(-3), TiersExpireIn = "10D" });
        Assert.Equal(Points.Day(7), tiers.Raise(null, 100, null, Points.Start)!.Until);
        Assert.Equal(Points.Day(17), tiers.Raise(null, 100, null, Points.Day(7))!.Until);
    }

    [Theory]
    [InlineData(5, 2, 2, 32)]
    [InlineData(25, 2, 2, 32)]
    [InlineData(40, 1, 32, 62)]
    [InlineData(49, 3, 45, 75)]
    [InlineData(80, 2, 75, 105)]
    public void It_does_not_matter_when_somebody_looks_at_a_tier(int day, long tier, int since, int until)
    {
        var tiers = new Tiers(Program with { TiersExpirationPolicy = TiersExpirationPolicy.TierStartDate, TiersExpireIn = "30D", TiersDowngradePolicy = TiersDowngradePolicy.OneDown });
        var row = Points.Holding(Points.Lot("a", 150, from: 2, until: 20), Points.Lot("b", 600, from: 45, until: 50)) with { Reckoned = Points.Start };

        Assert.Equal(new HeldTier(tier, Points.Day(since), Points.Day(until)), tiers.Now(Points.On(row, day), null, Points.Day(day)));
    }

    [Fact]
    public void Points_that_come_after_the_end_of_a_tier_do_not_keep_it()
    {
        var tiers = new Tiers(Program with { TiersExpirationPolicy = TiersExpirationPolicy.TierStartDate, TiersExpireIn = "10D" });
        var ledger = Points.On(Points.Empty with { Tier = tiers.Raise(null, 100, null, Points.Start), Reckoned = Points.Start }, 15);

        ledger.Add(Points.Lot("a", 100) with { Created = Points.Day(15), From = Points.Day(15) }, null);

        Assert.Equal(Points.Day(15), tiers.Now(ledger, null, Points.Day(15))!.Since);
    }

    [Theory]
    [InlineData(TiersExpirationPolicy.TierStartDate)]
    [InlineData(TiersExpirationPolicy.ProgramJoinDate)]
    [InlineData(TiersExpirationPolicy.AbsoluteExpiration)]
    public void Very_many_cycles_are_as_good_as_few(TiersExpirationPolicy policy)
    {
        var tiers = new Tiers(Program with { TiersExpirationPolicy = policy, TierCycleStartDate = Points.Day(-3), TiersExpireIn = "1s" });
        var row = Points.Holding(Points.Lot("a", 100)) with { Tier = tiers.Raise(null, 100, Points.Start, Points.Start), Reckoned = Points.Start };
        var then = Points.Start.AddYears(5000).AddMilliseconds(500);

        Assert.Equal(new HeldTier(2, then.AddMilliseconds(-500), then.AddMilliseconds(500)), tiers.Now(new Ledger(row, then), Points.Start, then));
    }

    [Fact]
    public void Very_many_grants_are_gone_through_once()
    {
        var tiers = new Tiers(Program with { TiersExpirationPolicy = TiersExpirationPolicy.TierStartDate, TiersExpireIn = "10D" });
        var row = Points.Holding([.. Enumerable.Range(0, 10_000).Select(n => Lot(n, 1, n, 600_000 + n))]) with { Reckoned = Points.Start };

        var before = GC.GetAllocatedBytesForCurrentThread();
        var held = tiers.Now(Points.On(row, 300), null, Points.Day(300));

        Assert.Equal(3, held!.TierId);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Points_over_time_are_those_that_a_ledger_has_at_each_moment()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var owed = random.Next(3) == 0 ? random.Next(60) : 0;
            var from = random.Next(40);
            var row = Points.Holding([.. Enumerable.Range(0, random.Next(12)).Select(n => Lot(n, random.Next(1, 30), random.Next(owed > 0 ? from + 1 : 0, 80), random.Next(80)))]) with { Owed = owed };

            var active = new ActivePoints(row, Minute(from), Minute(70));

            for (var minute = from; minute <= 70; minute++)
                Assert.Equal(new Ledger(row, Minute(minute)).Balance.Active, active.At(Minute(minute)));
            Assert.All(active.MomentsAfter(Minute(from + 5)), moment => Assert.InRange(moment, Minute(from + 6), Minute(70)));
        }
    }

    private static Lot Lot(int n, decimal points, int from, int until) => Points.Lot($"lot{n}", points) with { From = Minute(from), Until = Minute(until) };

    private static DateTimeOffset Minute(int minute) => Points.Start.AddMinutes(minute);
}
