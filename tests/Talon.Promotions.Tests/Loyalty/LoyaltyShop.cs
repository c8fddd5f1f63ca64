using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>A shop with a loyalty programme: customers earn and spend points.</summary>
internal sealed class LoyaltyShop
{
    /// <summary>A point for each unit of money, and 100 of them for a discount of 10.</summary>
    public const string EarnAndSpend = """
        [{"title": "Earn", "condition": ["and", [">", [".", "Session", "Total"], 0]],
          "effects": [["addLoyaltyPoints", "stars", "", [".", "Session", "Total"], "Points for money"]]},
         {"title": "Spend", "condition": ["and", ["=", [".", "Session", "PaymentMethod"], "points"]],
          "effects": [["deductLoyaltyPoints", "stars", "", 100, "Pay with points"], ["setDiscount", "10 off", 10]]}]
        """;

    public const string Earn = """
        [{"title": "Earn", "condition": ["and", [">", [".", "Session", "Total"], 0]],
          "effects": [["addLoyaltyPoints", "stars", "", [".", "Session", "Total"], "Points for money"]]}]
        """;

    private LoyaltyShop(Shop shop) => Shop = shop;

    public Shop Shop { get; }

    public static async Task<LoyaltyShop> OpenAsync(string rules = EarnAndSpend, Func<LoyaltyProgram, LoyaltyProgram>? change = null, FinaliseMode mode = FinaliseMode.Inline, Func<Campaign, Campaign>? campaign = null, bool realTime = false)
    {
        var program = LoyaltyWorld.Program with { Tiers = [] };
        var shop = new Shop(mode, realTime)
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, change?.Invoke(program) ?? program))
            .WithCampaign(rules, change: campaign);
        return new LoyaltyShop(await shop.OpenAsync());
    }

    public static SessionUpdate Cart(string id, SessionState state = SessionState.Closed, string profile = "p", decimal price = 100, bool pay = false) => new()
    {
        IntegrationId = id,
        ProfileId = profile,
        State = state,
        CartItems = [Shop.Item(price: price)],
        Attributes = Sample.Json(pay ? """{"PaymentMethod": "points"}""" : "{}"),
    };

    public Task<IntegrationState> UpdateAsync(SessionUpdate update, string instance = "main") => Shop.UpdateAsync(update, instance);

    public Task<IntegrationState> CancelAsync(string id) => Shop.UpdateAsync(Shop.State(id, SessionState.Cancelled));

    /// <summary>The points of a customer, once everything is settled.</summary>
    public async Task<LedgerBalance> BalanceAsync(string profile = "p")
    {
        var account = await new LoyaltyReader(Shop.Store).ReadAsync(1, LedgerOwner.OfProfile(profile), default);
        var entries = await new LoyaltyReader(Shop.Store).LogAsync(1, LedgerOwner.OfProfile(profile));
        var row = account.Ledger("");
        Assert.Equal(entries.Sum(entry => entry.Points), row.AllLots.Sum(lot => lot.Points) - row.Owed);
        return new Ledger(row, Shop.Time.GetUtcNow()).Balance;
    }

    public static IReadOnlyList<T> Props<T>(IntegrationState state)
        where T : EffectProps => [.. state.Effects.Select(effect => effect.Props).OfType<T>()];
}
