using Microsoft.Azure.Functions.Worker;

namespace Talon.Functions;

/// <summary>The functions that a clock calls.</summary>
public sealed class TimerFunctions(TalonApplication application)
{
    /// <summary>Every five minutes has what time alone did to points noted: activation, expiry, the ends of tiers.</summary>
    [Function("SweepLoyalty")]
    public Task SweepLoyaltyAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => application.LoyaltySweep.RunAsync(cancellation);
}
