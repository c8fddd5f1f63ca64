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
        Assert.Equal(gold, tiers.At(gold, 0, null, Points.Day(9)));
        Assert.Equal(new HeldTier(tier, Points.Day(10), Points.Day(20)), tiers.At(gold, 0, null, Points.Day(12)));
    }

    [Fact]
    public void Cycles_end_on_the_same_day_for_all()
    {
        var tiers = new Tiers(Program with { TiersExpirationPolicy = TiersExpirationPolicy.AbsoluteExpiration, TierCycleStartDate = Points.Day(-3), TiersExpireIn = "10D" });
        Assert.Equal(Points.Day(7), tiers.Raise(null, 100, null, Points.Start)!.Until);
        Assert.Equal(Points.Day(17), tiers.Raise(null, 100, null, Points.Day(7))!.Until);
    }
}
