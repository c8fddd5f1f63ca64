using Microsoft.Extensions.Time.Testing;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A limit that was split becomes one row again once one instance alone claims from it.</summary>
public sealed class JoinedLimitTests
{
    private static readonly LimitKey Key = new(LimitOwner.Campaign, 1, "1");
    private static readonly LimitPlace Place = LimitPlace.OfBudget(Key);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore _store;
    private readonly LimitLedger _splitting;
    private int _claims;

    public JoinedLimitTests()
    {
        _store = new MemoryStore(_clock);
        _splitting = new LimitLedger(_store, _clock, splitAfter: 0);
    }

    [Fact]
    public async Task A_limit_is_joined_by_the_first_claim_after_a_quiet_minute()
    {
        await SplitAsync();
        var quiet = new LimitLedger(_store, _clock);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(await ClaimAsync(quiet));
        Assert.True(Rows().Count() > 1, "It was joined while another instance had just claimed.");

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await ClaimAsync(quiet));
        Assert.Equal(["counter"], Rows());
        var joined = await LimitLedger.ReadAsync(_store, Place, default);
        Assert.Equal((12m, 12m), (joined.Used, joined.Base.Used));
        Assert.Equal(_clock.GetUtcNow(), joined.Claimed);
    }

    [Fact]
    public async Task It_stays_split_while_another_instance_claims_too()
    {
        await SplitAsync();
        var (one, other) = (new LimitLedger(_store, _clock), new LimitLedger(_store, _clock));
        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            Assert.True(await ClaimAsync(one, stripe: 1));
            Assert.True(await ClaimAsync(other, stripe: 2));
        }

        Assert.True(Rows().Count() > 1, "It was joined while two instances claimed.");
    }

    [Fact]
    public async Task A_joined_limit_grants_all_of_its_ceiling_and_no_more()
    {
        await SplitAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));
        var quiet = new LimitLedger(_store, _clock);
        for (var used = 10; used < 15; used++)
            Assert.True(await ClaimAsync(quiet, ceiling: 15));
        Assert.False(await ClaimAsync(quiet, ceiling: 15));
        Assert.False(await ClaimAsync(_splitting, ceiling: 15));
        Assert.Equal(15, (await LimitLedger.ReadAsync(_store, Place, default)).Used);
    }

    [Fact]
    public async Task A_claim_from_a_stripe_that_takes_effect_after_the_joining_is_made_anew_and_counts_once()
    {
        await SplitAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));
        var writes = 0;
        var faults = new FaultInjector(FaultPlan.From(operation => operation.Writes && writes++ == 0 ? new Fault(FaultKind.LateEffect, TimeSpan.FromSeconds(5)) : Fault.None), _clock);
        var claiming = ClaimAsync(new LimitLedger(faults.Tables(_store), _clock, splitAfter: 0), stripe: 3);
        Assert.True(await ClaimAsync(new LimitLedger(_store, _clock)));
        Assert.Equal(["counter"], Rows());

        while (!claiming.IsCompleted)
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await claiming);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(12, (await LimitLedger.ReadAsync(_store, Place, default)).Used);
        Assert.Equal(12, _store.Rows().Count(row => row.Row.Key.StartsWith("claim.", StringComparison.Ordinal)));
    }

    /// <summary>Ten claims over all stripes.</summary>
    private async Task SplitAsync()
    {
        for (var i = 0; i < 10; i++)
            Assert.True(await ClaimAsync(new LimitLedger(_store, _clock, splitAfter: 0), stripe: i));
        Assert.True(Rows().Count() == 1 + CounterState.Width, "It was not split.");
    }

    private IEnumerable<string> Rows() => _store.Rows().Select(row => row.Row.Key).Where(key => key.StartsWith(Place.Counter, StringComparison.Ordinal));

    /// <summary>Claims one; the first claim of a ledger decides from which stripe it takes.</summary>
    private async Task<bool> ClaimAsync(LimitLedger ledger, int stripe = 0, decimal ceiling = 1_000)
    {
        var attempt = FormattableString.Invariant($"{AttemptTime.Digits(_clock.GetUtcNow())}-{_claims++}-");
        var sum = (attempt + ".0").Sum(letter => letter);
        attempt += (char)('p' + ((stripe - sum - 'p') % CounterState.Width + CounterState.Width) % CounterState.Width);
        var claim = new LimitClaim(Place.Partition, Place.Counter, Key, attempt + ".0", 1);
        return (await ledger.ClaimAsync([new ClaimRequest(claim, ceiling)], new AttemptReference("session.1.x", attempt)))[0].Granted;
    }
}
