using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class PointsClaimTests
{
    private const string Partition = "ledger.1.x";

    private readonly MemoryStore _store = new(TimeProvider.System, Interleaving.Seeded(new Random(1)));
    private readonly LimitLedger _claims;

    public PointsClaimTests() => _claims = new LimitLedger(_store, TimeProvider.System);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Twenty_who_spend_the_same_points_at_once_spend_them_once(int instances)
    {
        await AddAsync(Points.Lot("a", 60), Points.Lot("b", 40));
        var desks = Enumerable.Range(0, instances).Select(_ => new LimitLedger(_store, TimeProvider.System)).ToArray();
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => ClaimAsync(desks[i % instances], Spending($"a{i}", 100)))));
        Assert.Single(verdicts, verdict => verdict.Granted);
        Assert.Equal(new LedgerBalance(0, 0, 0, 100, 0), await BalanceAsync());
        await AssertSumAsync();
    }

    [Fact]
    public async Task Many_spendings_of_all_sizes_never_take_more_than_there_is()
    {
        await AddAsync([.. Enumerable.Range(0, 10).Select(i => Points.Lot($"l{i}", 10, until: 1 + i))]);
        var sizes = Enumerable.Range(0, 40).Select(i => 1m + (i % 7)).ToArray();
        var verdicts = await Task.WhenAll(sizes.Select((size, i) => Task.Run(() => ClaimAsync(_claims, Spending($"a{i}", size)))));
        Assert.Equal(sizes.Zip(verdicts).Where(pair => pair.Second.Granted).Sum(pair => pair.First), (await BalanceAsync()).Spent);
        await AssertSumAsync();
    }

    [Fact]
    public async Task A_refused_spending_says_how_much_there_is()
    {
        await AddAsync(Points.Lot("a", 30), Points.Lot("b", 70, from: 5));
        var verdict = await ClaimAsync(_claims, Spending("a", 31));
        Assert.False(verdict.Granted);
        Assert.Equal(30, new Ledger(((LedgerStock)verdict.Stock).Row, Points.Start).Balance.Active);
    }

    [Fact]
    public async Task What_an_abandoned_attempt_spent_is_as_if_it_had_never_been()
    {
        await AddAsync(Points.Lot("a", 60, until: 9), Points.Lot("b", 40));
        var before = await BalanceAsync();
        var claim = Spending("a", 70);
        await ClaimAsync(_claims, claim);
        await _claims.ReleaseAsync(claim, Attempt(claim), default);
        await _claims.ReleaseAsync(claim, Attempt(claim), default);
        Assert.Equal(before, await BalanceAsync());
        Assert.DoesNotContain(await EntriesAsync(), entry => entry.Kind == LedgerEntryKind.Deduction);
        await Assert.ThrowsAsync<AttemptAbandonedException>(() => ClaimAsync(_claims, claim));
        await AssertSumAsync();
    }

    [Fact]
    public async Task Points_come_back_once_and_never_more_than_were_spent()
    {
        await AddAsync(Points.Lot("a", 60, until: 9), Points.Lot("b", 40));
        var claim = Spending("a", 70);
        await ClaimAsync(_claims, claim);
        for (var i = 0; i < 2; i++)
            await _claims.GiveBackAsync(new ClaimReturn(claim, 70, Points.Entry("a") with { Subledger = "" }), "r1", default);
        await _claims.GiveBackAsync(new ClaimReturn(claim, 70, Points.Entry("a")), "r2", default);
        Assert.Equal(new LedgerBalance(100, 0, 0, 0, 0), await BalanceAsync());
        await AssertSumAsync();
    }

    [Fact]
    public async Task What_turns_out_not_to_be_wanted_was_never_spent()
    {
        await AddAsync(Points.Lot("a", 100));
        var claim = Spending("a", 70);
        await ClaimAsync(_claims, claim);
        await _claims.GiveBackAsync(new ClaimReturn(claim, 20), "surplus", default);
        Assert.Equal(-50, Assert.Single(await EntriesAsync(), entry => entry.Kind == LedgerEntryKind.Deduction).Points);
        Assert.Equal(50, (await BalanceAsync()).Active);
        await AssertSumAsync();
    }

    [Theory]
    [InlineData(ReturnPolicy.OnlyPending, 0, 30, 0)]
    [InlineData(ReturnPolicy.WithinBalance, 30, 0, 0)]
    [InlineData(ReturnPolicy.Unlimited, 100, 0, 70)]
    public async Task Granted_points_are_taken_back_by_policy_and_regranted_when_that_is_abandoned(ReturnPolicy policy, decimal taken, decimal active, decimal owed)
    {
        var lot = Points.Lot("a", 100);
        await AddAsync(lot);
        await ClaimAsync(_claims, Spending("s", 70));
        var before = await BalanceAsync();
        var rollback = TakingBack("r", policy, lot);
        Assert.Equal(taken, (await ClaimAsync(_claims, rollback)).Made!.Amount);
        Assert.Equal((active, owed), ((await BalanceAsync()).Active, (await BalanceAsync()).Negative));
        await AssertSumAsync();
        await _claims.ReleaseAsync(rollback, Attempt(rollback), default);
        Assert.Equal(before, await BalanceAsync());
        await AssertSumAsync();
    }

    [Fact]
    public async Task Points_taken_back_before_are_not_taken_back_again()
    {
        var lot = Points.Lot("a", 100);
        await AddAsync(lot, Points.Lot("b", 500));
        await ClaimAsync(_claims, TakingBack("r1", ReturnPolicy.Unlimited, lot, 60));
        Assert.Equal(40, (await ClaimAsync(_claims, TakingBack("r2", ReturnPolicy.Unlimited, lot))).Made!.Amount);
        Assert.Equal(500, (await BalanceAsync()).Active);
    }

    [Fact]
    public async Task Points_that_expired_long_ago_are_not_taken_back()
    {
        var lot = Points.Lot("a", 100, until: 2);
        await AddAsync(lot, Points.Lot("b", 500));
        await ClaimAsync(_claims, Spending("s", 1, day: 5));
        Assert.Equal(0, (await ClaimAsync(_claims, TakingBack("r", ReturnPolicy.Unlimited, lot, day: 9))).Made!.Amount);
        await AssertSumAsync();
    }

    [Fact]
    public async Task Spending_and_taking_back_at_once_agree_with_the_entries()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var store = new MemoryStore(TimeProvider.System, Interleaving.Seeded(new Random(seed)));
            var lots = Enumerable.Range(0, 5).Select(i => Points.Lot($"l{i}", 20)).ToArray();
            await AddAsync(store, lots);
            var desks = new[] { new LimitLedger(store, TimeProvider.System), new LimitLedger(store, TimeProvider.System) };
            var random = new Random(seed);
            Claim[] claims = [.. Enumerable.Range(0, 12).Select<int, Claim>(i => random.Next(3) == 0 ? TakingBack($"r{i}", ReturnPolicy.WithinBalance, lots[i % 5]) : Spending($"s{i}", random.Next(1, 30)))];
            await Task.WhenAll(claims.Select((claim, i) => Task.Run(async () =>
            {
                if ((await ClaimAsync(desks[i % 2], claim)).Granted && i % 3 == 0)
                    await desks[(i + 1) % 2].ReleaseAsync(claim, Attempt(claim), default);
            })));
            await AssertSumAsync(store);
        }
    }

    private static PointsClaim Spending(string attempt, decimal points, int day = 0) =>
        new(Partition, LedgerRows.Ledger(""), attempt + ".0", points, Points.Entry(attempt, day));

    private static PointsRollbackClaim TakingBack(string attempt, ReturnPolicy policy, Lot lot, decimal? points = null, int day = 0) =>
        new(Partition, LedgerRows.Ledger(""), attempt + ".0", lot.Points, "", policy, Points.Day(day), [new PointsRollback([new PointsShare(lot, lot.Points)], points ?? lot.Points, Points.Entry(lot.Id, day))]);

    private static AttemptReference Attempt(Claim claim) => new("session.1.x", claim.Id[..^2]);

    private static async Task<ClaimVerdict> ClaimAsync(LimitLedger desk, Claim claim) => (await desk.ClaimAsync([new ClaimRequest(claim)], Attempt(claim)))[0];

    private Task AddAsync(params Lot[] lots) => AddAsync(_store, lots);

    private static async Task AddAsync(MemoryStore store, Lot[] lots)
    {
        var ledger = new Ledger(Points.Empty, Points.Start);
        foreach (var lot in lots)
            ledger.Add(lot, null);
        await store.CommitAsync(Partition,
        [
            Change.Insert(LedgerRows.Ledger(""), RowCodec.Encode(ledger.Row, RowJson.Default.LedgerRow)),
            Change.Insert(LedgerRows.Log(Points.Start, "add"), RowCodec.Encode(new LedgerLogRow(new PointsReceipt { Entries = ledger.Entries }), RowJson.Default.LedgerLogRow)),
        ]);
    }

    private async Task<LedgerBalance> BalanceAsync() => new Ledger(await RowAsync(_store), Points.Start).Balance;

    private Task<IReadOnlyList<LedgerEntry>> EntriesAsync() => EntriesAsync(_store);

    private static async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(MemoryStore store) =>
        [.. (await store.ReadAllAsync(Partition, LedgerRows.LogBetween(null, null), default)).SelectMany(row => RowCodec.Decode(row.Body, RowJson.Default.LedgerLogRow).Points?.Entries ?? [])];

    private static async Task<LedgerRow> RowAsync(MemoryStore store) => RowCodec.Decode((await store.ReadAsync(Partition, LedgerRows.Ledger("")))!.Body, RowJson.Default.LedgerRow);

    private Task AssertSumAsync() => AssertSumAsync(_store);

    private static async Task AssertSumAsync(MemoryStore store)
    {
        var row = await RowAsync(store);
        Assert.Equal((await EntriesAsync(store)).Sum(entry => entry.Points), row.AllLots.Sum(lot => lot.Points) - row.Owed);
    }
}
