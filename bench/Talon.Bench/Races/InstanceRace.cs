using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Bench;

/// <summary>The same race over two instances of the application that share one store file and nothing else but turnstiles.</summary>
internal static class InstanceRace
{
    private const int Clients = 64;
    private const int Limit = 10;

    /// <summary>Runs it.</summary>
    /// <exception cref="RaceException">It was not 10.</exception>
    public static async Task RunAsync(int count, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("talon-race-");
        try
        {
            await using var store = SqliteStore.Open(Path.Combine(folder.FullName, "talon.db"), TimeProvider.System);
            var turnstiles = new InProcessTurnstiles();
            PromotionServices[] instances = [Instance(store, turnstiles, 1), Instance(store, turnstiles, 2)];
            await instances[0].Configurations.UpdateAsync(_ => Shop(Now));
            for (var round = 0; round < count; round++)
                await RunAsync(instances, round);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await output.WriteLineAsync(FormattableString.Invariant($"instances: {count} times {Clients} clients at two instances over one store: exactly {Limit} accepted each time."));
    }

    private static async Task RunAsync(PromotionServices[] instances, int round)
    {
        var code = FormattableString.Invariant($"race-{round}");
        var application = (await instances[0].Configurations.GetAsync()).For(1).Application;
        await instances[0].Coupons.CreateAsync(application, 1, new NewCoupons { NumberOfCoupons = 1, UsageLimit = Limit, CouponPattern = code }, Now, CancellationToken.None);
        var accepted = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client =>
            Task.Run(() => CloseAsync(instances[client % 2], FormattableString.Invariant($"s{round}-{client}"), code))));
        RaceException.Expect(Limit, accepted.Sum(), $"{code}, accepted");
        var coupon = await instances[1].Coupons.FindAsync(application, code, CancellationToken.None);
        RaceException.Expect(Limit, coupon!.UsageCounter, $"{code}, redemptions counted");
    }

    private static async Task<int> CloseAsync(PromotionServices instance, string session, string code)
    {
        var context = new RequestContext { ApplicationId = 1, Now = Now };
        var update = new SessionUpdate { IntegrationId = session, State = SessionState.Closed, CartItems = [new CartItem { Sku = "sku", Price = 49, Quantity = 1 }], CouponCodes = [code] };
        var accepted = 0;
        await instance.Sessions.UpdateAsync(
            context,
            update,
            state =>
            {
                accepted = state.Effects.Count(effect => effect.Props is AcceptCouponProps);
                return [];
            },
            CancellationToken.None);
        await context.AfterAnswer.RunAsync();
        return accepted;
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static PromotionServices Instance(SqliteStore store, InProcessTurnstiles turnstiles, ulong seed)
    {
        var random = new SeededRandomSource(seed);
        return new PromotionServices(new PromotionPorts(store, store, new LeaseGate(store, turnstiles, TimeProvider.System, random), TimeProvider.System, random, FinaliseMode.Inline));
    }

    /// <summary>An Application whose campaign gives a fifth off with a coupon.</summary>
    public static IReadOnlyList<ConfigurationChange> Shop(DateTimeOffset now) =>
    [
        ConfigurationChange.Put(EntityKinds.Application, new Application { Id = 1, Created = now, Modified = now, Name = "Race", Timezone = "UTC", Currency = "EUR" }),
        ConfigurationChange.Put(EntityKinds.Campaign, new Campaign { Id = 1, Created = now, Updated = now, ApplicationId = 1, UserId = 1, Name = "Race", State = CampaignState.Enabled, ActiveRulesetId = 1 }),
        ConfigurationChange.Put(EntityKinds.Ruleset, new Ruleset
        {
            Id = 1,
            Created = now,
            ApplicationId = 1,
            CampaignId = 1,
            UserId = 1,
            Rules = JsonElement.Parse("""[{"title":"A fifth off","condition":["couponValid"],"effects":[["setDiscount","A fifth off",["*",[".","Session","Total"],0.2]]]}]"""),
            Bindings = JsonElement.Parse("[]"),
        }),
    ];
}
