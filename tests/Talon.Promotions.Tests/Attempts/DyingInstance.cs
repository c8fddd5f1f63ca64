using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>Instances of a shop that claim and do not get to their commit, or only late.</summary>
internal static class DyingInstance
{
    /// <summary>Runs an update on an instance that dies when it is about to commit what it claimed.</summary>
    public static async Task DieAsync(this Shop shop, SessionUpdate update) =>
        await Assert.ThrowsAsync<CrashException>(() => shop.With(new Fault(FaultKind.CrashBefore)).Sessions.UpdateAsync(shop.Context(), update, Shop.Render, default));

    /// <summary>Runs an update on an instance that stands still for a while when it is about to commit what it claimed.</summary>
    public static async Task<IntegrationState> DawdleAsync(this Shop shop, SessionUpdate update, TimeSpan pause)
    {
        IntegrationState? state = null;
        await shop.With(new Fault(FaultKind.Pause, pause)).Sessions.UpdateAsync(shop.Context(), update, outcome => Shop.Render(state = outcome), default);
        return state!;
    }

    private static PromotionServices With(this Shop shop, Fault fault)
    {
        var struck = false;
        var faults = new FaultInjector(FaultPlan.From(Strike), shop.Clock);
        return new PromotionServices(new PromotionPorts(faults.Tables(shop.Store), faults.Queue(shop.Store), shop.Gate, shop.Clock, new SeededRandomSource(99), shop.Mode));

        Fault Strike(StorageOperation operation)
        {
            if (struck || !operation.Changes.Any(change => change.Key.StartsWith(OwnerRows.Ended(""), StringComparison.Ordinal)))
                return Fault.None;
            struck = true;
            return fault;
        }
    }
}
