namespace Talon.Promotions.Tests;

public sealed class PointsBookingTests
{
    [Fact]
    public async Task An_operation_is_booked_once_however_often_it_is_tried()
    {
        var world = await LoyaltyWorld.OpenAsync();
        var bookings = Enumerable.Range(0, 8).Select(_ => world.NewBooking()).ToArray();
        var operation = world.Adding("close", 0, Points.Lot("a", 10), Points.Lot("b", 20, until: 5));
        await Task.WhenAll(bookings.Select(booking => Task.Run(() => booking.BookAsync(operation, default))));
        Assert.Equal(30, (await world.BalanceAsync(0)).Active);
        await world.AssertSumAsync();
    }

    [Fact]
    public async Task Operations_at_once_add_up()
    {
        var world = await LoyaltyWorld.OpenAsync();
        var operations = Enumerable.Range(0, 30).Select(i => world.Adding($"o{i}", 0, Points.Lot($"l{i}", 1 + i))).ToArray();
        await Task.WhenAll(operations.Select(operation => Task.Run(() => world.NewBooking().BookAsync(operation, default))));
        Assert.Equal(465, (await world.BalanceAsync(0)).Active);
        await world.AssertSumAsync();
    }

    [Fact]
    public async Task Subledgers_come_into_being_with_their_first_points()
    {
        var world = await LoyaltyWorld.OpenAsync();
        await world.Booking.BookAsync(LoyaltyWorld.Doing("o", 0) with { Additions = [new PointsAddition("wine", Points.Lot("a", 7), null)] }, default);
        Assert.Equal(["wine"], (await world.ReadAsync()).Ledgers.Keys);
        Assert.Equal(7, (await world.BalanceAsync(0, "wine")).Active);
    }

    [Fact]
    public async Task Points_raise_the_tier_and_spending_them_does_not_lower_it()
    {
        var world = await LoyaltyWorld.OpenAsync();
        await world.AddAsync("one", 0, Points.Lot("a", 60));
        Assert.Equal(1, (await world.ReadAsync()).Ledger("").Tier!.TierId);
        await world.AddAsync("two", 1, Points.Lot("b", 60));
        Assert.Equal(new HeldTier(2, Points.Day(1), null), (await world.ReadAsync()).Ledger("").Tier);
        Assert.NotNull(await world.Booking.BookAsync(LoyaltyWorld.Doing("three", 2) with { Deductions = [new(120, Points.Entry(day: 2))] }, default));
        Assert.Equal(2, (await world.ReadAsync()).Ledger("").Tier!.TierId);
    }

    [Fact]
    public async Task Taking_more_than_there_is_changes_nothing()
    {
        var world = await LoyaltyWorld.OpenAsync();
        await world.AddAsync("one", 0, Points.Lot("a", 60), Points.Lot("b", 60, from: 3));
        Assert.Null(await world.Booking.BookAsync(LoyaltyWorld.Doing("two", 1) with { Deductions = [new(61, Points.Entry(day: 1))] }, default));
        Assert.Equal(new LedgerBalance(60, 60, 0, 0, 0), await world.BalanceAsync(1));
    }

    [Theory]
    [InlineData(ProgramJoinPolicy.NotJoin, null)]
    [InlineData(ProgramJoinPolicy.PointsEarned, 0)]
    [InlineData(ProgramJoinPolicy.PointsActivated, 2)]
    public async Task Customers_join_by_policy(ProgramJoinPolicy policy, int? day)
    {
        var world = await LoyaltyWorld.OpenAsync(program => program with { ProgramJoinPolicy = policy });
        await world.AddAsync("one", 0, Points.Lot("a", 60, from: 2));
        await world.AddAsync("two", 4, Points.Lot("b", 60, from: 9));
        Assert.Equal(day is { } joined ? Points.Day(joined) : null, (await world.ReadAsync()).Stored!.Joined);
    }

    [Fact]
    public async Task Waiting_points_are_activated_by_transaction_or_session()
    {
        var world = await LoyaltyWorld.OpenAsync();
        var waiting = Points.Lot("a", 10, from: null) with { Validity = "3D" };
        await world.AddAsync("one", 0, waiting, waiting with { Id = "b", Application = 1, Session = "s" }, waiting with { Id = "c", Application = 2, Session = "s" });
        await world.Booking.BookAsync(LoyaltyWorld.Doing("two", 1) with { Activation = new(["a", "x"]) }, default);
        Assert.Equal(new LedgerBalance(10, 20, 0, 0, 0), await world.BalanceAsync(1));
        await world.Booking.BookAsync(LoyaltyWorld.Doing("three", 2) with { Activation = new(null, 1, "s") }, default);
        Assert.Equal(new LedgerBalance(20, 10, 0, 0, 0), await world.BalanceAsync(2));
        Assert.Equal(new LedgerBalance(0, 10, 0, 0, 20), await world.BalanceAsync(5));
        await world.AssertSumAsync();
    }

    [Fact]
    public async Task The_last_day_of_points_can_be_moved()
    {
        var world = await LoyaltyWorld.OpenAsync();
        await world.AddAsync("one", 0, Points.Lot("a", 10, until: 2), Points.Lot("b", 10));
        await world.Booking.BookAsync(LoyaltyWorld.Doing("two", 1) with { ExpiryMoves = [new("", "a", Points.Day(5)), new("", "gone", Points.Day(5))] }, default);
        Assert.Equal(20, (await world.BalanceAsync(4)).Active);
        Assert.Equal(10, (await world.BalanceAsync(5)).Active);
        await world.AssertSumAsync();
    }
}
