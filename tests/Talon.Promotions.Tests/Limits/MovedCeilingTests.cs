using Microsoft.Extensions.Time.Testing;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A limit that is split, while its ceiling is raised and lowered: instances see that at different moments, and writes land late.</summary>
public sealed class MovedCeilingTests
{
    private static readonly LimitKey Key = new(LimitOwner.Campaign, 1, "1");
    private static readonly LimitPlace Place = LimitPlace.OfBudget(Key);

    private readonly MemoryStore _store = new(TimeProvider.System);

    [Fact]
    public async Task What_is_left_of_a_stripe_is_not_granted_once_others_passed_the_ceiling()
    {
        var (lagging, raised) = (Ledger(_store), Ledger(_store));
        Assert.True((await ClaimAsync(lagging, "a", 1, 10)).Granted);
        var seen = await ReadAsync();
        Assert.True(seen.Base.Used > seen.Used, "Nothing was allotted ahead.");

        Assert.True((await ClaimAsync(raised, "b", 12, 20)).Granted);

        var late = await ClaimAsync(lagging, "a", 1, 10, seen, "again");
        Assert.False(late.Granted, "A limit of 10 granted what made it 14.");
        Assert.Equal(13, (await ReadAsync()).Used);
    }

    [Fact]
    public async Task What_takes_effect_after_it_was_refused_counts_nowhere()
    {
        var clock = new FakeTimeProvider();
        var late = false;
        var faults = new FaultInjector(FaultPlan.From(operation => late && operation.Writes ? Once(FaultKind.LateEffect) : Fault.None), clock);
        var (slow, raised) = (new LimitLedger(faults.Tables(_store), clock, splitAfter: 0), Ledger(_store));
        Assert.True((await ClaimAsync(slow, "a", 1, 10)).Granted);

        late = true;
        var claiming = ClaimAsync(slow, "a", 1, 10, id: "again");
        Assert.True((await ClaimAsync(raised, "b", 12, 20)).Granted);
        while (!claiming.IsCompleted)
            clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False((await claiming).Granted);

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(13, (await ReadAsync()).Used);
        Assert.True(Row("again") is { Released: true }, "Nothing keeps the refused claim from taking effect.");

        Fault Once(FaultKind kind)
        {
            late = false;
            return new Fault(kind, TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public async Task A_reservation_that_obeys_no_limit_takes_from_stripes_what_the_limit_no_longer_allows()
    {
        var lagging = Ledger(_store);
        Assert.True((await ClaimAsync(lagging, "a", 1, 10)).Granted);
        var seen = await ReadAsync();
        var forced = new CounterStock(Claim("b", "forced", 12), seen).Plus(12);
        Assert.True((await _store.CommitAsync(Place.Partition, forced.Changes)).Committed);

        Assert.False((await ClaimAsync(lagging, "a", 1, 10, seen, "again")).Granted);
        Assert.Equal(13, (await ReadAsync()).Used);
    }

    /// <summary>Whatever ceilings claims come with, and however old what they know is: each is granted only where it fits at that moment, and refused only where it does not.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public async Task A_claim_is_granted_exactly_where_it_fits_under_its_own_ceiling(int seed, bool joins)
    {
        var random = new Random(seed);
        LimitLedger[] ledgers = [Ledger(_store), Ledger(_store), joins ? new LimitLedger(_store, TimeProvider.System, splitAfter: int.MaxValue) : Ledger(_store)];
        var known = new List<CounterState> { CounterState.Untouched };
        for (var i = 0; i < 1_000; i++)
        {
            var before = (await ReadAsync()).Used;
            decimal? ceiling = random.Next(20) == 0 ? null : before - 6 + random.Next(40);
            var amount = 1 + random.Next(3);
            var id = FormattableString.Invariant($"{seed}-{i}");
            var granted = (await ClaimAsync(ledgers[random.Next(3)], ((char)('a' + random.Next(8))).ToString(), amount, ceiling, known[random.Next(known.Count)], id)).Granted;
            var after = await ReadAsync();

            Assert.True((ceiling is null || before + amount <= ceiling) == granted, FormattableString.Invariant($"Claim {i} of {amount} on {before} under {ceiling} was {(granted ? "granted" : "refused")}."));
            Assert.Equal(before + (granted ? amount : 0), after.Used);
            if (known.Count > 4)
                known.RemoveAt(random.Next(known.Count));
            known.Add(after);
        }
    }

    private static LimitLedger Ledger(ITableStore store) => new(store, TimeProvider.System, splitAfter: 0);

    private Task<CounterState> ReadAsync() => LimitLedger.ReadAsync(_store, Place, default);

    private ClaimRow? Row(string id) => _store.Rows().Select(row => row.Row).Where(row => row.Key.StartsWith("claim.", StringComparison.Ordinal) && row.Key.Contains(id, StringComparison.Ordinal))
        .Select(row => RowCodec.Decode(row.Body, RowJson.Default.ClaimRow)).SingleOrDefault();

    /// <summary>Claims; who claims under the same letter first takes from the same stripe.</summary>
    private static async Task<ClaimVerdict> ClaimAsync(LimitLedger ledger, string letter, decimal amount, decimal? ceiling, CounterState? known = null, string id = "first")
    {
        var claim = Claim(letter, id, amount);
        return (await ledger.ClaimAsync([new ClaimRequest(claim, ceiling, known is null ? null : new CounterStock(claim, known))], new AttemptReference("session.1.x", id)))[0];
    }

    private static LimitClaim Claim(string letter, string id, decimal amount) => new(Place.Partition, Place.Counter, Key, $"{letter}{id}.0", amount);
}
