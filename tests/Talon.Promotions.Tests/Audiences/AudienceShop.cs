using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A shop with an audience of id 1.</summary>
internal sealed class AudienceShop
{
    private const string Rules = """[{"title": "VIP", "condition": ["and", ["profileInAudience", "VIP"]], "effects": [["showNotification", "Info", "Hello", "VIP"]]}]""";

    private AudienceShop(Shop shop) => Shop = shop;

    public Shop Shop { get; }

    public static async Task<AudienceShop> OpenAsync(bool campaign = true)
    {
        var shop = new Shop().With(ConfigurationChange.Put(EntityKinds.Audience, new Audience { Id = 1, Created = Shop.Start, Name = "VIP" }));
        return new AudienceShop(await (campaign ? shop.WithCampaign(Rules) : shop).OpenAsync());
    }

    /// <summary>The same shop, whose process dies at a write.</summary>
    public PromotionServices Crashing(int write, bool written)
    {
        var injector = new FaultInjector(FaultPlan.CrashAtWrite(write, written), Shop.Clock);
        return new PromotionServices(new PromotionPorts(injector.Tables(Shop.Store), injector.Queue(Shop.Store), Shop.Gate, Shop.Clock, new SeededRandomSource((ulong)write), FinaliseMode.Inline));
    }

    public Task JoinAsync(params IEnumerable<string> customers) => ActAsync(true, customers);

    public Task ActAsync(bool add, IEnumerable<string> customers, PromotionServices? services = null) =>
        (services ?? Shop.Services).Audiences.MoveAsync(Shop.Context(), [.. customers.Select(customer => new MembershipAction(customer, 1, add))], default);

    public async Task<bool> IsInsideAsync(string customer) =>
        (await Shop.UpdateAsync(new ProfileUpdate { IntegrationId = customer, RunRuleEngine = true, Dry = true })).Effects.Count == 1;

    public async Task<Audience> AudienceAsync() => (await Shop.Services.Configurations.GetAsync()).Audiences.Find(1)!;

    /// <summary>How many rows speak of members.</summary>
    public (int Memberships, int Entries) Count() => (
        Shop.Store.Rows().Count(row => AudienceRows.IsMembership(row.Row)),
        Shop.Store.Rows().Count(row => row.Partition.StartsWith("audience.1.", StringComparison.Ordinal)));
}
