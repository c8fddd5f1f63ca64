using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>Invariants 1 and 2 where a limit is split: never more than its ceiling, and refused only what really is not left.</summary>
public sealed class SplitLimitTests
{
    private static readonly LimitKey Key = new(LimitOwner.Campaign, 1, "1");
    private static readonly LimitPlace Place = LimitPlace.OfBudget(Key);

    private readonly MemoryStore _store = new(TimeProvider.System, Interleaving.Seeded(new Random(1)));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0.1)]
    [InlineData(4, 0.3)]
    public async Task A_split_limit_grants_all_of_its_ceiling_and_no_more(int seed, double lost)
    {
        var ledgers = Ledgers(4, seed, lost);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => ClaimAsync(ledgers[i % 4], $"{seed}.{i}", 1, 150))));
        Assert.Equal(150, verdicts.Count(verdict => verdict.Granted));
        Assert.Equal(150, (await ReadAsync()).Used);
        Assert.True(Rows().Count() > 2, "The limit was not split.");
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 0.1)]
    [InlineData(13, 0.2)]
    public async Task What_is_refused_was_not_left(int seed, double lost)
    {
        var ledgers = Ledgers(3, seed, lost);
        var amounts = Enumerable.Range(0, 120).Select(i => (1 + (i * seed % 700)) / 100m).ToArray();
        var verdicts = await Task.WhenAll(amounts.Select((amount, i) => Task.Run(() => ClaimAsync(ledgers[i % 3], $"{seed}.{i}", amount, 200))));
        var granted = amounts.Zip(verdicts).Where(pair => pair.Second.Granted).Sum(pair => pair.First);
        Assert.Equal(granted, (await ReadAsync()).Used);
        Assert.True(granted <= 200, $"{granted} of 200 granted.");
        Assert.All(amounts.Zip(verdicts), pair => Assert.True(pair.Second.Granted || pair.First > 200 - granted, $"{pair.First} was refused, and {200 - granted} is left."));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task What_is_given_back_and_released_meanwhile_can_be_claimed_again(int seed)
    {
        var ledgers = Ledgers(3, seed, 0.1);
        await Task.WhenAll(Enumerable.Range(0, 90).Select(i => Task.Run(async () =>
        {
            var ledger = ledgers[i % 3];
            if (!(await ClaimAsync(ledger, $"{seed}.{i}", 1, 30)).Granted)
                return;
            if (i % 2 == 0)
                await AgainAsync(() => ledger.ReleaseAsync(Claim($"{seed}.{i}", 1), Attempt, default));
            else
                await AgainAsync(() => ledger.GiveBackAsync(new ClaimReturn(Claim($"{seed}.{i}", 1), 1), "back", default));
        })));
        Assert.Equal(0, (await ReadAsync()).Used);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => ClaimAsync(ledgers[i % 3], $"{seed}.again.{i}", 1, 30))));
        Assert.Equal(30, verdicts.Count(verdict => verdict.Granted));
        Assert.Equal(30, (await ReadAsync()).Used);
    }

    [Fact]
    public async Task A_lowered_ceiling_holds_for_what_was_allotted_before()
    {
        var ledgers = Ledgers(2, 1, 0);
        for (var i = 0; i < 10; i++)
            Assert.True((await ClaimAsync(ledgers[i % 2], $"a.{i}", 1, 1000)).Granted);
        Assert.True((await ReadAsync()).Base.Used > 10, "Nothing was allotted ahead.");
        Assert.True((await ClaimAsync(ledgers[0], "b", 1, 12)).Granted);
        Assert.True((await ClaimAsync(ledgers[1], "c", 1, 12)).Granted);
        Assert.False((await ClaimAsync(ledgers[0], "d", 1, 12)).Granted);
        Assert.False((await ClaimAsync(ledgers[1], "e", 1, 5)).Granted);
        Assert.True((await ClaimAsync(ledgers[1], "f", 1, 13)).Granted);
        Assert.Equal(13, (await ReadAsync()).Used);
    }

    [Fact]
    public async Task A_ceiling_that_comes_later_counts_what_was_claimed_without_one()
    {
        var ledgers = Ledgers(2, 1, 0);
        for (var i = 0; i < 10; i++)
            Assert.True((await ClaimAsync(ledgers[i % 2], $"a.{i}", 1, null)).Granted);
        Assert.False((await ClaimAsync(ledgers[0], "b", 1, 10)).Granted);
        Assert.True((await ClaimAsync(ledgers[1], "c", 1, 11)).Granted);
        Assert.False((await ClaimAsync(ledgers[0], "d", 1, 11)).Granted);
        Assert.True((await ClaimAsync(ledgers[0], "e", 1, null)).Granted);
        Assert.Equal(12, (await ReadAsync()).Used);
    }

    [Fact]
    public async Task A_limit_that_nobody_fights_over_stays_one_row()
    {
        var ledger = new LimitLedger(_store, TimeProvider.System);
        for (var i = 0; i < 50; i++)
            await ClaimAsync(ledger, $"a.{i}", 1, 100);
        Assert.Equal(["counter"], Rows());
    }

    [Fact]
    public async Task A_limit_that_instances_fight_over_is_split()
    {
        var ledgers = Enumerable.Range(0, 4).Select(_ => new LimitLedger(_store, TimeProvider.System)).ToArray();
        for (var round = 0; round < 50 && Rows().Count() < 2; round++)
            await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => ClaimAsync(ledgers[i % 4], $"{round}.{i}", 1, 100_000))));
        Assert.True(Rows().Count() > 1, "Nobody split it.");
        Assert.Equal(_store.Rows().Count(row => row.Row.Key.StartsWith("claim.", StringComparison.Ordinal)), (await ReadAsync()).Used);
    }

    private static AttemptReference Attempt { get; } = new("session.1.x", "a");

    private LimitLedger[] Ledgers(int count, int seed, double lost)
    {
        var random = new Random(seed);
        var tables = new FaultInjector(FaultPlan.From(operation => operation.Writes && Lose() ? new Fault(FaultKind.AnswerLost) : Fault.None), TimeProvider.System).Tables(_store);
        return [.. Enumerable.Range(0, count).Select(_ => new LimitLedger(tables, TimeProvider.System, splitAfter: 0))];

        bool Lose()
        {
            lock (random)
                return random.NextDouble() < lost;
        }
    }

    /// <summary>Does something as a queue does it: until it is answered.</summary>
    private static async Task AgainAsync(Func<Task> doAsync)
    {
        while (true)
        {
            try
            {
                await doAsync();
                return;
            }
            catch (StorageUnavailableException)
            {
            }
        }
    }

    private IEnumerable<string> Rows() => _store.Rows().Select(row => row.Row.Key).Where(key => key.StartsWith(Place.Counter, StringComparison.Ordinal));

    private Task<CounterState> ReadAsync() => LimitLedger.ReadAsync(_store, Place, default);

    private static async Task<ClaimVerdict> ClaimAsync(LimitLedger ledger, string id, decimal amount, decimal? ceiling) =>
        (await ledger.ClaimAsync([new ClaimRequest(Claim(id, amount), ceiling)], Attempt))[0];

    private static LimitClaim Claim(string id, decimal amount) => new(Place.Partition, Place.Counter, Key, id + ".0", amount);
}
