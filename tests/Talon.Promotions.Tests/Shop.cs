using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A shop over an in-memory store: one Application, one campaign of id 1, and what a test adds.</summary>
internal sealed class Shop
{
    public const string TwentyPercentWithCoupon = """
        [{"title": "20 % with a coupon", "condition": ["and", ["couponValid"]],
          "effects": [["setDiscount", "20 % off", ["*", [".", "Session", "Total"], ["/", 20, 100]]]]}]
        """;

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<ConfigurationChange> _changes = [Sample.Put(Sample.Application())];
    private readonly Dictionary<string, PromotionServices> _instances = [];

    public Shop(FinaliseMode mode = FinaliseMode.Inline, bool realTime = false)
    {
        Clock = new FakeTimeProvider(Start);
        Time = realTime ? TimeProvider.System : Clock;
        Store = new MemoryStore(Time);
        Gate = new InProcessGate(Time);
        Tables = Store;
        Messages = Store;
        Mode = mode;
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>The clock of the shop: <see cref="Clock"/>, or the real one where threads race.</summary>
    public TimeProvider Time { get; }

    public MemoryStore Store { get; }

    public ITableStore Tables { get; set; }

    public IMessageQueue Messages { get; set; }

    public IGate Gate { get; set; }

    public FinaliseMode Mode { get; }

    public IWebhookSender? Webhooks { get; init; }

    public PromotionServices Services => Instance("main");

    /// <summary>The same shop on another instance.</summary>
    public PromotionServices Instance(string name)
    {
        // Two of one name would draw the same ids.
        lock (_instances)
        {
            return _instances.TryGetValue(name, out var services)
                ? services
                : _instances[name] = new PromotionServices(new PromotionPorts(Tables, Messages, Gate, Time, new SeededRandomSource((ulong)name.GetHashCode(StringComparison.Ordinal)), Mode) { Webhooks = Webhooks });
        }
    }

    public Shop With(ConfigurationChange change)
    {
        _changes.Add(change);
        return this;
    }

    public Shop WithCampaign(string rules = TwentyPercentWithCoupon, long id = 1, Func<Campaign, Campaign>? change = null)
    {
        var campaign = Sample.Campaign(id, name: $"campaign {id}") with { ActiveRulesetId = id };
        _changes.Add(Sample.Put(change is null ? campaign : change(campaign)));
        _changes.Add(ConfigurationChange.Put(EntityKinds.Ruleset, new Ruleset
        {
            Id = id,
            Created = Start,
            ApplicationId = 1,
            CampaignId = id,
            UserId = 1,
            Rules = Sample.Json(rules),
            Bindings = Sample.Json("[]"),
        }));
        return this;
    }

    public async Task<Shop> OpenAsync()
    {
        await Services.Configurations.UpdateAsync(_ => _changes);
        return this;
    }

    /// <summary>Creates a coupon of exactly this code.</summary>
    public async Task<Coupon> CouponAsync(string code, long usageLimit = 1, Func<NewCoupons, NewCoupons>? change = null, long campaign = 1)
    {
        var request = new NewCoupons { NumberOfCoupons = 1, UsageLimit = usageLimit, CouponPattern = code };
        var application = (await Services.Configurations.GetAsync()).For(1).Application;
        return (await Services.Coupons.CreateAsync(application, campaign, change?.Invoke(request) ?? request, Time.GetUtcNow(), default))[0];
    }

    public async Task<Coupon> ReadCouponAsync(string code) =>
        (await Services.Coupons.FindAsync((await Services.Configurations.GetAsync()).For(1).Application, code, default))!;

    public RequestContext Context(IdempotencyKey? key = null) => new() { ApplicationId = 1, Now = Time.GetUtcNow(), Idempotency = key };

    public static CartItem Item(string sku = "rdbs-1111", decimal price = 49, int quantity = 1, string category = "Shirts") =>
        new() { Sku = sku, Price = price, Quantity = quantity, Category = category };

    /// <summary>The tutorial's cart: 49 and 74.</summary>
    public static SessionUpdate Cart(string id = "my_session_id", params string[] codes) => new()
    {
        IntegrationId = id,
        CartItems = [Item(), Item("dtr-2222", 74, 1, "Trousers")],
        CouponCodes = codes,
        Include = ResponseContent.CustomerSession | ResponseContent.Coupons | ResponseContent.Event | ResponseContent.TriggeredCampaigns,
    };

    public static SessionUpdate State(string id, SessionState state) => new() { IntegrationId = id, State = state, Include = ResponseContent.CustomerSession | ResponseContent.Event };

    public async Task<IntegrationState> UpdateAsync(SessionUpdate update, string instance = "main", IdempotencyKey? key = null)
    {
        IntegrationState? state = null;
        var context = Context(key);
        await Instance(instance).Sessions.UpdateAsync(context, update, outcome => Render(state = outcome), default);
        await context.AfterAnswer.RunAsync();
        return state!;
    }

    /// <summary>Updates, and returns at the moment of the answer; what a host does after it is done when time passes.</summary>
    public async Task<RequestContext> UpdateUntilAnswerAsync(SessionUpdate update, string instance = "main")
    {
        var context = Context();
        await Instance(instance).Sessions.UpdateAsync(context, update, Render, default);
        return context;
    }

    public async Task<IntegrationState> ReopenAsync(string id)
    {
        IntegrationState? state = null;
        var context = Context();
        await Services.Sessions.ReopenAsync(context, id, outcome => Render(state = outcome), default);
        await context.AfterAnswer.RunAsync();
        return state!;
    }

    public Task<IntegrationState> ReturnAsync(params ReturnedCartItem[] items) => ReturnAsync("s", items);

    public Task<IntegrationState> ReturnAsync(string id, params ReturnedCartItem[] items) =>
        ReturnAsync(new ReturnRequest { IntegrationId = id, Items = items, Include = ResponseContent.CustomerSession | ResponseContent.PreviousReturns });

    public async Task<IntegrationState> ReturnAsync(ReturnRequest request)
    {
        IntegrationState? state = null;
        var context = Context();
        await Services.Sessions.ReturnAsync(context, request, outcome => Render(state = outcome), default);
        await context.AfterAnswer.RunAsync();
        return state!;
    }

    public async Task<IntegrationState> UpdateAsync(ProfileUpdate update)
    {
        IntegrationState? state = null;
        var context = Context();
        await Services.Profiles.UpdateAsync(context, update, outcome => Render(state = outcome), default);
        await context.AfterAnswer.RunAsync();
        return state!;
    }

    /// <summary>Lets the queues run dry, guards included.</summary>
    public async Task SettleAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(2));
        var pump = new QueuePump(Store, Services.Queues, Time);
        foreach (var queue in QueueHandlers.Names)
        {
            while (await pump.RunOnceAsync(queue, (message, failure) => throw new InvalidOperationException(message.Body, failure), default) > 0)
            {
            }
        }
    }

    public static byte[] Render(IntegrationState state) => JsonSerializer.SerializeToUtf8Bytes(state.Effects.Select(effect => effect.Props.EffectType));
}
