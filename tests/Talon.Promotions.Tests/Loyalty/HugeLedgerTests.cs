using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A customer with 50,000 grants, none of them spent: more than go into a row, and more than a transaction can write.</summary>
public sealed class HugeLedgerTests
{
    private const int Grants = 50_000;
    private const int AtOnce = 500;
    private const int Days = 40;

    [Fact]
    public async Task Fifty_thousand_grants_are_spent_in_the_order_of_their_end_and_expire_and_come_back()
    {
        var world = await LoyaltyWorld.OpenAsync();
        var claims = new LimitLedger(world.Store, TimeProvider.System);
        var lots = Enumerable.Range(0, Grants).Select(Lot).ToList();
        foreach (var chunk in lots.Chunk(AtOnce))
            Assert.NotNull(await world.AddAsync($"add{chunk[0].Id}", 0, chunk));
        Assert.Equal(new LedgerBalance(Grants, 0, 0, 0, 0), await world.BalanceAsync(0));
        await world.AssertSumAsync();

        var before = await LotsAsync(world);
        var next = lots.OrderBy(lot => lot.Until ?? DateTimeOffset.MaxValue).ThenBy(lot => lot.Created).Select(lot => lot.Id).ToList();
        var spending = Spending("s", 1_500);
        Assert.Equal(next.Take(1_500), (await ClaimAsync(claims, spending)).Made!.Points!.Spent.Select(lot => lot.Id));
        await world.AssertSumAsync();
        await claims.ReleaseAsync(spending, Attempt(spending), default);
        Assert.Equal(before, await LotsAsync(world));
        Assert.Equal(next.Take(100), (await ClaimAsync(claims, Spending("t", 100))).Made!.Points!.Spent.Select(lot => lot.Id));

        var own = lots.Single(lot => lot.Id == next[Grants / 2]);
        var back = new PointsRollbackClaim(Partition, LedgerRows.Ledger(""), "b.0", 1, "", ReturnPolicy.Unlimited, Points.Day(0), [new PointsRollback([new PointsShare(own, 1)], 1, Points.Entry(own.Id))]);
        Assert.Equal(own.Id, Assert.Single(Assert.Single((await ClaimAsync(claims, back)).Made!.Points!.TakenBack).Lots).Id);
        Assert.Equal(Grants - 101, (await world.BalanceAsync(0)).Active);
        await world.AssertSumAsync();

        var left = (await LotsAsync(world)).ToHashSet();
        var open = lots.Where(lot => left.Contains((lot.Id, 1)) && lot.Until is null).ToList();
        var rounds = 0;
        for (var behind = true; behind; rounds++)
            behind = (await world.Booking.BookAsync(LoyaltyWorld.Doing($"due{rounds}", Days + 2) with { CatchesUp = true }, default))!.IsBehind;
        Assert.InRange(rounds, 2, 200);
        Assert.Equal(new LedgerBalance(open.Count, 0, 0, 100, left.Count - open.Count), await world.BalanceAsync(Days + 2));
        Assert.Equal(left.Count - open.Count, (await world.Reader.LogAsync(1, LoyaltyWorld.Owner)).Count(entry => entry.Kind == LedgerEntryKind.Expiry));
        await world.AssertSumAsync();
        Assert.Empty((await world.ReadAsync()).Ledger("").Dropped);
    }

    [Fact]
    public async Task What_one_transaction_cannot_take_is_refused_and_the_refusal_says_how_much_it_can()
    {
        var world = await LoyaltyWorld.OpenAsync();
        var claims = new LimitLedger(world.Store, TimeProvider.System);
        foreach (var chunk in Enumerable.Range(0, 10_000).Select(Lot).Chunk(AtOnce))
            await world.AddAsync($"add{chunk[0].Id}", 0, chunk);

        var deducted = await world.Booking.BookAsync(LoyaltyWorld.Doing("deduct", 0) with { Deductions = [new PointsDeduction(500, Points.Entry("deduct"))] }, default);
        Assert.Equal(-500, Assert.Single(deducted!.Entries).Points);
        Assert.Null(await world.Booking.BookAsync(LoyaltyWorld.Doing("more", 0) with { Deductions = [new PointsDeduction(9_501, Points.Entry("more"))] }, default));
        var refused = await ClaimAsync(claims, Spending("all", 9_500));
        Assert.False(refused.Granted);
        var most = new Ledger(((LedgerStock)refused.Stock).Row, Points.Day(0), LedgerRoom.ToWrite()).Spendable;
        Assert.InRange(most, 1_500, 9_499);
        Assert.True((await ClaimAsync(claims, Spending("most", most))).Granted);
        Assert.Equal(new LedgerBalance(9_500 - most, 0, 0, 500 + most, 0), await world.BalanceAsync(0));
        await world.AssertSumAsync();
    }

    [Fact]
    public async Task Wiped_pages_go_with_the_operations_that_follow()
    {
        var world = await LoyaltyWorld.OpenAsync();
        foreach (var chunk in Enumerable.Range(0, 10_000).Select(Lot).Chunk(AtOnce))
            await world.AddAsync($"add{chunk[0].Id}", 0, chunk);
        await new PointsWiping(world.Store, world.Reader, world.Booking, new SeededRandomSource(1)).RunAsync(new PointsAccount(LoyaltyWorld.Program, LoyaltyWorld.Owner), null, Points.Day(1), default);
        Assert.Equal(default, await world.BalanceAsync(1));
        Assert.DoesNotContain(await world.Store.ReadAllAsync(Partition, LedgerRows.LedgerAndPages(""), default), row => !LedgerRows.IsLedger(row));
    }

    private static string Partition => Partitions.Ledger(1, LoyaltyWorld.Owner);

    /// <summary>Every third never expires; the others do so in no order.</summary>
    private static Lot Lot(int i) => Points.Lot($"t{i:00000}", 1, until: i % 3 == 0 ? null : 2 + (i * 7 % Days)) with
    {
        Created = Points.Start.AddTicks(i),
        Name = "Points for money",
        Application = 1,
        Session = $"order-{i}",
    };

    private static PointsClaim Spending(string attempt, decimal points) => new(Partition, LedgerRows.Ledger(""), attempt + ".0", points, Points.Entry(attempt));

    private static AttemptReference Attempt(Claim claim) => new("session.1.x", claim.Id[..^2]);

    private static async Task<ClaimVerdict> ClaimAsync(LimitLedger claims, Claim claim) => (await claims.ClaimAsync([new ClaimRequest(claim)], Attempt(claim)))[0];

    private static async Task<IEnumerable<(string Id, decimal Points)>> LotsAsync(LoyaltyWorld world) => Points.Ids((await world.ReadAsync()).Ledger("").AllLots).Order().ToList();
}
