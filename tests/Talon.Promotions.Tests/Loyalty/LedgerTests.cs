namespace Talon.Promotions.Tests;

public sealed class LedgerTests
{
    [Fact]
    public void Points_are_pending_then_active_then_expired()
    {
        var row = Points.Holding(Points.Lot("a", 10, from: 2, until: 5));
        Assert.Equal(new LedgerBalance(0, 10, 0, 0, 0), Points.On(row, 1).Balance);
        Assert.Equal(new LedgerBalance(10, 0, 0, 0, 0), Points.On(row, 2).Balance);
        Assert.Equal(new LedgerBalance(0, 0, 0, 0, 10), Points.On(row, 5).Balance);
    }

    [Fact]
    public void Expiry_is_noted_once_at_the_time_it_happened()
    {
        var ledger = Points.At(9, Points.Lot("a", 10, until: 5));
        var entry = Assert.Single(ledger.Entries);
        Assert.Equal((LedgerEntryKind.Expiry, -10m, Points.Day(5)), (entry.Kind, entry.Points, entry.At));
        Assert.Empty(new Ledger(ledger.Row, Points.Day(10)).Entries);
    }

    [Fact]
    public void The_earliest_expiry_is_spent_first_and_the_oldest_among_those_that_never_expire()
    {
        var ledger = Points.At(
            1,
            Points.Lot("young", 10) with { Created = Points.Day(1), From = Points.Day(0) },
            Points.Lot("old", 10),
            Points.Lot("late", 10, until: 9),
            Points.Lot("soon", 10, until: 3),
            Points.Lot("pending", 10, from: 2, until: 3));
        Assert.Equal([("soon", 10m), ("late", 10m), ("old", 10m), ("young", 5m)], Points.Ids(ledger.Spend(35, Points.Entry())!));
        Assert.Equal(new LedgerBalance(5, 10, 0, 35, 0), ledger.Balance);
    }

    [Fact]
    public void More_than_the_active_points_cannot_be_spent()
    {
        var ledger = Points.At(0, Points.Lot("a", 10), Points.Lot("b", 10, from: 1));
        Assert.Null(ledger.Spend(10.01m, Points.Entry()));
        Assert.Empty(ledger.Entries);
        Assert.NotNull(ledger.Spend(10, Points.Entry()));
    }

    [Fact]
    public void Points_that_come_back_keep_their_terms()
    {
        var ledger = Points.At(0, Points.Lot("a", 10, until: 5), Points.Lot("b", 10));
        var spent = ledger.Spend(15, Points.Entry())!;
        var later = new Ledger(ledger.Row, Points.Day(6));
        later.Return(spent, Points.Entry(day: 6));
        Assert.Equal(new LedgerBalance(10, 0, 0, 0, 10), later.Balance);
    }

    [Theory]
    [InlineData(ReturnPolicy.OnlyPending, 0, 100, 0)]
    [InlineData(ReturnPolicy.WithinBalance, 100, 0, 0)]
    [InlineData(ReturnPolicy.Unlimited, 100, 0, 0)]
    public void Active_points_are_taken_back_by_policy(ReturnPolicy policy, decimal taken, decimal active, decimal owed)
    {
        var lot = Points.Lot("a", 100);
        var ledger = Points.At(0, lot);
        Assert.Equal(taken, ledger.TakeBack(lot, 100, 0, policy, Points.Entry("a")).Points);
        Assert.Equal((active, owed), (ledger.Balance.Active, ledger.Balance.Negative));
    }

    [Theory]
    [InlineData(ReturnPolicy.OnlyPending)]
    [InlineData(ReturnPolicy.WithinBalance)]
    [InlineData(ReturnPolicy.Unlimited)]
    public void Pending_points_are_taken_back_under_every_policy(ReturnPolicy policy)
    {
        var lot = Points.Lot("a", 100, from: null);
        var ledger = Points.At(0, lot);
        Assert.Equal(100, ledger.TakeBack(lot, 100, 0, policy, Points.Entry("a")).Points);
        Assert.Equal(default, ledger.Balance);
    }

    [Theory]
    [InlineData(ReturnPolicy.OnlyPending, 0, 30, 0)]
    [InlineData(ReturnPolicy.WithinBalance, 30, 0, 0)]
    [InlineData(ReturnPolicy.Unlimited, 100, 0, 70)]
    public void Points_spent_meanwhile_are_taken_from_the_rest_or_owed_by_policy(ReturnPolicy policy, decimal taken, decimal active, decimal owed)
    {
        var lot = Points.Lot("a", 100);
        var ledger = Points.At(0, lot, Points.Lot("b", 20));
        ledger.Spend(90, Points.Entry());
        Assert.Equal(taken, ledger.TakeBack(lot, 100, 0, policy, Points.Entry("a")).Points);
        Assert.Equal((active, owed), (ledger.Balance.Active, ledger.Balance.Negative));
    }

    [Fact]
    public void Points_that_expired_are_not_taken_back_again()
    {
        var lot = Points.Lot("a", 100, until: 5);
        var ledger = Points.At(0, lot, Points.Lot("b", 50));
        ledger.Spend(40, Points.Entry());
        var later = new Ledger(ledger.Row, Points.Day(6));
        Assert.Equal(40, later.TakeBack(lot, 100, 0, ReturnPolicy.Unlimited, Points.Entry("a", 6)).Points);
        Assert.Equal(10, later.Balance.Active);
    }

    [Fact]
    public void Points_that_become_active_pay_what_is_owed_before_they_expire()
    {
        var lot = Points.Lot("a", 100);
        var ledger = Points.At(0, lot, Points.Lot("later", 60, from: 2, until: 4));
        ledger.Spend(100, Points.Entry());
        ledger.TakeBack(lot, 40, 0, ReturnPolicy.Unlimited, Points.Entry("a"));
        Assert.Equal(new LedgerBalance(0, 60, 40, 100, 0), ledger.Balance);
        Assert.Equal(new LedgerBalance(20, 0, 0, 100, 0), new Ledger(ledger.Row, Points.Day(3)).Balance);
        Assert.Equal(new LedgerBalance(0, 0, 0, 100, 20), new Ledger(ledger.Row, Points.Day(9)).Balance);
    }

    [Fact]
    public void Taking_back_can_be_undone_even_when_the_debt_was_paid_meanwhile()
    {
        var lot = Points.Lot("a", 100);
        var ledger = Points.At(0, lot);
        ledger.Spend(100, Points.Entry());
        var back = ledger.TakeBack(lot, 100, 0, ReturnPolicy.Unlimited, Points.Entry("a"));
        ledger.Add(Points.Lot("b", 70), null);
        Assert.Equal(30, ledger.Balance.Negative);
        ledger.Regrant(back);
        Assert.Equal((70m, 0m), (ledger.Balance.Active, ledger.Balance.Negative));
    }

    [Fact]
    public void Waiting_points_last_from_their_activation()
    {
        var row = Points.Holding(Points.Lot("a", 10, from: null) with { Validity = "3D" }, Points.Lot("b", 10, from: null));
        var ledger = Points.On(row, 2);
        Assert.Equal(1, ledger.Activate(lot => lot.Id == "a", TimeZoneInfo.Utc));
        Assert.Equal(new LedgerBalance(10, 10, 0, 0, 0), ledger.Balance);
        Assert.Equal(new LedgerBalance(0, 10, 0, 0, 10), new Ledger(ledger.Row, Points.Day(5)).Balance);
    }
}
