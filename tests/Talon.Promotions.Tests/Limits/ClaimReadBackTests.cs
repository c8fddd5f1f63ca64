using Microsoft.Extensions.Time.Testing;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class ClaimReadBackTests
{
    [Fact]
    public async Task A_claim_that_cannot_be_read_back_fails_and_keeps_nobody_waiting()
    {
        var key = LimitKey.CouponUses(7);
        var place = LimitPlace.OfCoupon("coupon.1.x", key);
        var clock = new FakeTimeProvider();
        var (lost, readings) = (0, 0);
        var faults = new FaultInjector(FaultPlan.From(operation => operation.Kind switch
        {
            StorageOperationKind.Commit when lost++ == 0 => new Fault(FaultKind.AnswerLost),
            // The claim is found, and then the counter cannot be read.
            StorageOperationKind.ReadRange when lost > 0 && readings++ == 0 => new Fault(FaultKind.Unavailable),
            _ => Fault.None,
        }), clock);
        var ledger = new LimitLedger(faults.Tables(new MemoryStore(clock)), clock);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ClaimAsync("a"));
        Assert.True(await ClaimAsync("b"));

        async Task<bool> ClaimAsync(string attempt)
        {
            var claim = new LimitClaim(place.Partition, place.Counter, key, attempt, 1);
            return (await ledger.ClaimAsync([new ClaimRequest(claim, 10)], new AttemptReference("session.1.x", attempt)))[0].Granted;
        }
    }
}
