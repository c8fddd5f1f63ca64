using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A shop whose sessions owe something of every kind when they close: a coupon, a budget, points, a giveaway, an attribute. Its queues apply it.</summary>
internal sealed class OwingShop
{
    private const string Rules = """
        [{"title": "All at once", "condition": ["and", ["couponValid"]],
          "effects": [["setDiscount", "20 % off", ["*", [".", "Session", "Total"], 0.2]],
                      ["addLoyaltyPoints", "stars", "", [".", "Session", "Total"], "Points for money"],
                      ["awardGiveaway", "tickets", "A ticket"],
                      ["updateAttribute", "Profile.Attributes.Name", "Buyer"]]}]
        """;

    private OwingShop(Shop shop) => Shop = shop;

    public Shop Shop { get; }

    /// <summary>Opens the shop, and does all of <paramref name="steps"/>; what the last of them owes is not applied yet.</summary>
    public static async Task<OwingShop> AfterAsync(params IReadOnlyList<Step> steps)
    {
        var shop = await new Shop(FinaliseMode.Queue)
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, LoyaltyWorld.Program with { Tiers = [] }))
            .With(ConfigurationChange.Put(EntityKinds.GiveawayPool, new GiveawayPool { Id = 1, Created = Shop.Start, Modified = Shop.Start, CreatedBy = 1, Name = "tickets", Sandbox = false }))
            .WithCampaign(Rules, change: campaign => campaign with { Limits = [new LimitConfig { Id = 1, Action = "setDiscount", Limit = 1000, Entities = [] }] })
            .OpenAsync();
        await shop.Services.Giveaways.ImportAsync(1, [new NewGiveaway("T1"), new NewGiveaway("T2")], null, Shop.Start, default);
        await shop.CouponAsync("xmas20", usageLimit: 2);
        var owing = new OwingShop(shop);
        foreach (var step in steps)
        {
            await shop.SettleAsync();
            await owing.DoAsync(step);
        }

        return owing;
    }

    /// <summary>Works off the queues on an instance that dies at one of its writes; true when it got through all of them.</summary>
    public async Task<bool> SurvivesAsync(int write, bool written)
    {
        Shop.Clock.Advance(AttemptStore.GuardDelay);
        var faults = new FaultInjector(FaultPlan.CrashAtWrite(write, written), Shop.Clock);
        var queue = faults.Queue(Shop.Store);
        var dying = new PromotionServices(new PromotionPorts(faults.Tables(Shop.Store), queue, new InProcessGate(Shop.Clock), Shop.Clock, new SeededRandomSource((ulong)write), FinaliseMode.Queue));
        var pump = new QueuePump(queue, dying.Queues, Shop.Clock);
        try
        {
            foreach (var name in QueueHandlers.Names)
                await pump.RunOnceAsync(name, (message, failure) => throw new InvalidOperationException(message.Body, failure), default);
        }
        catch (CrashException)
        {
        }

        return !faults.Crashed;
    }

    /// <summary>What there is once everything is applied, all of it in order.</summary>
    public async Task<Holdings> SettledAsync()
    {
        await Shop.SettleAsync();
        Assert.Empty(Shop.Store.Messages());
        Assert.DoesNotContain(Shop.Store.Rows(), row => IsUnfinished(row.Row.Key));
        var account = (await new LoyaltyReader(Shop.Store).ReadAsync(1, LedgerOwner.OfProfile("p"), default)).Ledger("");
        var entries = await new LoyaltyReader(Shop.Store).LogAsync(1, LedgerOwner.OfProfile("p"));
        Assert.Equal(entries.Sum(entry => entry.Points), account.Lots.Sum(lot => lot.Points) - account.Owed);
        var profile = RowCodec.Decode((await Shop.Store.ReadAsync(Partitions.Profile("p"), OwnerRows.Entity))!.Body, RowJson.Default.ProfileRow).Profile;
        var budget = Shop.Store.Rows().Single(row => row.Partition.StartsWith("budget.", StringComparison.Ordinal) && row.Row.Key == "counter");
        return new(
            (await Shop.ReadCouponAsync("xmas20")).UsageCounter,
            RowCodec.Decode(budget.Row.Body, RowJson.Default.CounterRow).Used,
            new Ledger(account, Shop.Time.GetUtcNow()).Balance.Active,
            (await new GiveawayBooking(Shop.Store).ReadAsync(Partitions.Profile("p"), default)).Count,
            profile.ClosedSessions,
            profile.TotalSales,
            profile.Attributes.GetProperty("Name").GetString());
    }

    private Task DoAsync(Step step) => step switch
    {
        Step.Close => Shop.UpdateAsync(Shop.Cart("s", "xmas20") with { State = SessionState.Closed, ProfileId = "p" }),
        Step.Cancel => Shop.UpdateAsync(Shop.State("s", SessionState.Cancelled)),
        Step.Return => Shop.ReturnAsync(new ReturnedCartItem(0, null, 1)),
        _ => Shop.ReopenAsync("s"),
    };

    private static bool IsUnfinished(string key) =>
        key.StartsWith(OwnerRows.PendingPrefix, StringComparison.Ordinal) || key.StartsWith(OwnerRows.HeldPrefix, StringComparison.Ordinal) || key.StartsWith(OwnerRows.OutboxPrefix, StringComparison.Ordinal);
}

/// <summary>What happens to the session.</summary>
public enum Step
{
    Close,
    Cancel,
    Return,
    Reopen,
}

/// <summary>What is counted once everything is applied.</summary>
internal sealed record Holdings(long CouponUses, decimal Budget, decimal Points, int Giveaways, long ClosedSessions, decimal TotalSales, string? Name);
