using Microsoft.Extensions.Time.Testing;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class LimitLedgerTests
{
    private static readonly LimitKey Key = LimitKey.CouponUses(7);
    private static readonly LimitPlace Place = LimitPlace.OfCoupon("coupon.1.x", Key);

    private readonly MemoryStore _store = new(TimeProvider.System, Interleaving.Seeded(new Random(1)));
    private readonly LimitLedger _ledger;

    public LimitLedgerTests() => _ledger = new LimitLedger(_store, TimeProvider.System);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_limit_of_ten_grants_ten_of_many_claims_at_once(int instances)
    {
        var ledgers = Enumerable.Range(0, instances).Select(_ => new LimitLedger(_store, TimeProvider.System)).ToArray();
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => ClaimAsync(ledgers[i % instances], Claim($"a{i}", 1), 10, Attempt($"a{i}"), null))));
        Assert.Equal(10, verdicts.Count(verdict => verdict.Granted));
        Assert.Equal(10, (await _ledger.ReadAsync(Place, default)).Used);
        Assert.Equal(10, _store.Rows().Count(row => row.Row.Key.StartsWith("claim.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_claim_made_twice_counts_once()
    {
        await ClaimAsync(_ledger, Claim("a", 3), 10, Attempt("a"), null);
        var again = await ClaimAsync(_ledger, Claim("a", 3), 10, Attempt("a"), null);
        Assert.True(again.Granted);
        Assert.Equal(3, (await _ledger.ReadAsync(Place, default)).Used);
    }

    [Fact]
    public async Task A_claim_whose_answer_got_lost_does_not_stand_in_its_own_way()
    {
        var clock = new FakeTimeProvider();
        var lost = 0;
        var faults = new FaultInjector(FaultPlan.From(operation => operation.Writes && lost++ == 0 ? new Fault(FaultKind.LateEffect, TimeSpan.FromMilliseconds(1)) : Fault.None), clock);
        var ledger = new LimitLedger(faults.Tables(new MemoryStore(clock)), clock);
        var claiming = ClaimAsync(ledger, Claim("a", 10), 10, Attempt("a"), null);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await claiming).Granted);
        Assert.Equal(10, (await ledger.ReadAsync(Place, default)).Used);
    }

    [Fact]
    public async Task A_stale_reading_neither_grants_nor_refuses_wrongly()
    {
        var stale = new CounterState(new CounterPart(10, "stale"), []);
        Assert.True((await ClaimAsync(_ledger, Claim("a", 1), 10, Attempt("a"), stale)).Granted);
        Assert.True((await ClaimAsync(_ledger, Claim("b", 9), 10, Attempt("b"), CounterState.Untouched)).Granted);
        var refused = await ClaimAsync(_ledger, Claim("c", 1), 10, Attempt("c"), CounterState.Untouched);
        Assert.Equal((false, 10m), (refused.Granted, refused.Used));
    }

    [Fact]
    public async Task A_released_claim_leaves_room_and_cannot_be_made_again()
    {
        await ClaimAsync(_ledger, Claim("a", 10), 10, Attempt("a"), null);
        await _ledger.ReleaseAsync(Claim("a", 10), Attempt("a"), default);
        await _ledger.ReleaseAsync(Claim("a", 10), Attempt("a"), default);
        Assert.Equal(0, (await _ledger.ReadAsync(Place, default)).Used);
        await Assert.ThrowsAsync<AttemptAbandonedException>(() => ClaimAsync(_ledger, Claim("a", 10), 10, Attempt("a"), null));
        Assert.True((await ClaimAsync(_ledger, Claim("b", 10), 10, Attempt("b"), null)).Granted);
    }

    [Fact]
    public async Task A_claim_released_before_it_is_made_can_never_be_made()
    {
        await _ledger.ReleaseAsync(Claim("a", 1), Attempt("a"), default);
        await Assert.ThrowsAsync<AttemptAbandonedException>(() => ClaimAsync(_ledger, Claim("a", 1), 10, Attempt("a"), null));
        Assert.Equal(0, (await _ledger.ReadAsync(Place, default)).Used);
    }

    [Fact]
    public async Task What_is_given_back_counts_once_and_never_exceeds_the_claim()
    {
        await ClaimAsync(_ledger, Claim("a", 10), 10, Attempt("a"), null);
        await _ledger.GiveBackAsync(new ClaimReturn(Claim("a", 10), 4), "r1", default);
        await _ledger.GiveBackAsync(new ClaimReturn(Claim("a", 10), 4), "r1", default);
        Assert.Equal(6, (await _ledger.ReadAsync(Place, default)).Used);
        await _ledger.GiveBackAsync(new ClaimReturn(Claim("a", 10), 100), "r2", default);
        Assert.Equal(0, (await _ledger.ReadAsync(Place, default)).Used);
    }

    [Fact]
    public async Task Claims_of_different_sizes_fill_a_limit_exactly()
    {
        var sizes = Enumerable.Range(0, 40).Select(i => (decimal)(1 + (i % 7))).ToArray();
        var verdicts = await Task.WhenAll(sizes.Select((size, i) => Task.Run(() => ClaimAsync(_ledger, Claim($"a{i}", size), 50, Attempt($"a{i}"), null))));
        var granted = sizes.Zip(verdicts).Where(pair => pair.Second.Granted).Sum(pair => pair.First);
        Assert.Equal(granted, (await _ledger.ReadAsync(Place, default)).Used);
        Assert.InRange(granted, 44, 50);
    }

    private static async Task<ClaimVerdict> ClaimAsync(LimitLedger ledger, LimitClaim claim, decimal ceiling, AttemptReference attempt, CounterState? known = null) =>
        (await ledger.ClaimAsync([new ClaimRequest(claim, ceiling, known is { } state ? new CounterStock(claim, state) : null)], attempt))[0];

    private static LimitClaim Claim(string attempt, decimal amount) => new(Place.Partition, Place.Counter, Key, attempt + ".0", amount);

    private static AttemptReference Attempt(string id) => new("session.1.x", id);
}
