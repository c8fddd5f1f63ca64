using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A shop whose customers share and review products: points, a giveaway, a coupon and an attribute for it.</summary>
internal sealed class EventShop
{
    public const string Rewards = """
        [{"title": "Shared", "condition": ["and", ["eventTypeIs", "shared"], [">", [".", "Event", "Attributes", "count"], 1]],
          "effects": [["addLoyaltyPoints", "stars", "", 10, "For sharing"], ["awardGiveaway", "tickets", "A ticket"],
                      ["createCoupon", "campaign 2", {"usageLimit": 1}], ["updateAttribute", "Profile.Attributes.Name", "Sharer"]]},
         {"title": "Reviewed", "condition": ["and", ["eventTypeIs", "reviewed"], [">", [".", "Session", "Total"], 100]],
          "effects": [["showNotification", "Info", "Thanks", "For the review"]]}]
        """;

    private EventShop(Shop shop) => Shop = shop;

    public Shop Shop { get; }

    public static async Task<EventShop> OpenAsync(FinaliseMode mode = FinaliseMode.Inline, Func<Campaign, Campaign>? campaign = null, bool realTime = false, int codes = 5)
    {
        var shop = await new Shop(mode, realTime)
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, LoyaltyWorld.Program with { Tiers = [] }))
            .With(ConfigurationChange.Put(EntityKinds.GiveawayPool, new GiveawayPool { Id = 1, Created = Shop.Start, Modified = Shop.Start, CreatedBy = 1, Name = "tickets", Sandbox = false }))
            .With(Type(1, "shared"))
            .With(Type(2, "reviewed"))
            .With(Sample.Put(Sample.Attribute(1000, AttributeEntity.Event, "count", AttributeType.Number) with { EventType = "shared" }))
            .WithCampaign(Rewards, change: campaign)
            .WithCampaign(id: 2)
            .OpenAsync();
        await shop.Services.Giveaways.ImportAsync(1, [.. Enumerable.Range(0, codes).Select(i => new NewGiveaway($"T{i}"))], null, Shop.Start, default);
        return new EventShop(shop);
    }

    /// <summary>A customer who shared a product so many times.</summary>
    public static EventUpdate Shared(int count = 2, string profile = "p") => new()
    {
        Type = "shared",
        ProfileId = profile,
        Attributes = Sample.Json($$"""{"count": {{count}}}"""),
        Include = ResponseContent.CustomerProfile | ResponseContent.Event | ResponseContent.AwardedGiveaways | ResponseContent.TriggeredCampaigns,
    };

    public async Task<IntegrationState> TrackAsync(EventUpdate update, string instance = "main", IdempotencyKey? key = null)
    {
        IntegrationState? state = null;
        var context = Shop.Context(key);
        await Shop.Instance(instance).Events.TrackAsync(context, update, outcome => Shop.Render(state = outcome), default);
        await context.AfterAnswer.RunAsync();
        return state!;
    }

    /// <summary>Tracks an event on an instance that dies at one of its writes; true when it did not get there.</summary>
    public async Task<bool> SurvivesAsync(EventUpdate update, int write, bool written, IdempotencyKey? key = null)
    {
        var faults = new FaultInjector(FaultPlan.CrashAtWrite(write, written), Shop.Time);
        var dying = new PromotionServices(new PromotionPorts(faults.Tables(Shop.Store), faults.Queue(Shop.Store), new InProcessGate(Shop.Time), Shop.Time, new SeededRandomSource((ulong)(write * 2) + (written ? 1UL : 0)), Shop.Mode));
        try
        {
            var context = Shop.Context(key);
            await dying.Events.TrackAsync(context, update, Shop.Render, default);
            await context.AfterAnswer.RunAsync();
        }
        catch (CrashException)
        {
        }

        return !faults.Crashed;
    }

    /// <summary>What one customer has: points, giveaways, and the name that rules give; and the coupons of the campaign.</summary>
    public async Task<(decimal Points, int Giveaways, string? Name, int Coupons)> HoldingsAsync(string profile = "p")
    {
        var points = new Ledger((await new LoyaltyReader(Shop.Store).ReadAsync(1, LedgerOwner.OfProfile(profile), default)).Ledger(""), Shop.Time.GetUtcNow()).Balance.Active;
        var giveaways = await new GiveawayBooking(Shop.Store).ReadAsync(Partitions.Profile(profile), default);
        var entity = await Shop.Store.ReadAsync(Partitions.Profile(profile), OwnerRows.Entity);
        var attributes = entity is null ? default : RowCodec.Decode(entity.Body, RowJson.Default.ProfileRow).Profile.Attributes;
        var name = attributes.ValueKind == System.Text.Json.JsonValueKind.Object && attributes.TryGetProperty("Name", out var given) ? given.GetString() : null;
        return (points, giveaways.Count, name, Shop.Store.Rows().Count(row => row.Partition.StartsWith("coupon.", StringComparison.Ordinal) && row.Row.Key == LimitPlace.CouponPrefix));
    }

    /// <summary>Rows that speak of unfinished work.</summary>
    public IEnumerable<string> Unfinished => Shop.Store.Rows().Select(row => row.Row.Key)
        .Where(key => key.StartsWith(OwnerRows.PendingPrefix, StringComparison.Ordinal) || key.StartsWith(OwnerRows.HeldPrefix, StringComparison.Ordinal) || key.StartsWith(OwnerRows.OutboxPrefix, StringComparison.Ordinal));

    private static ConfigurationChange Type(long id, string name) => ConfigurationChange.Put(EntityKinds.EventType, new EventType { Id = id, Created = Shop.Start, Title = name, Name = name });
}
