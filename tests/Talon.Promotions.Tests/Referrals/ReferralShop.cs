using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>A shop whose campaign rewards the friends of advocates.</summary>
internal sealed class ReferralShop
{
    public const string TenOff = """
        [{"title": "Friends", "condition": ["and", ["referralValid"]], "effects": [["setDiscount", "10 off", 10]]}]
        """;

    private ReferralShop(Shop shop) => Shop = shop;

    public Shop Shop { get; }

    public static async Task<ReferralShop> OpenAsync(string rules = TenOff, Func<Campaign, Campaign>? change = null, bool realTime = false) =>
        new(await new Shop(realTime: realTime).WithCampaign(rules, change: change).OpenAsync());

    /// <summary>Creates a referral of exactly this code.</summary>
    public async Task<Referral> ReferAsync(string code = "ANNA", string advocate = "anna", long usageLimit = 0, Func<NewReferrals, NewReferrals>? change = null, long campaign = 1)
    {
        var request = new NewReferrals { CampaignId = campaign, Advocates = [advocate], UsageLimit = usageLimit, ReferralPattern = code };
        return (await Shop.Services.Referrals.CreateAsync(await ApplicationAsync(), null, change?.Invoke(request) ?? request, Shop.Time.GetUtcNow(), default))[0];
    }

    public async Task<InventoryReferral> ReadAsync(string code = "ANNA") => (await Shop.Services.Referrals.FindAsync(await ApplicationAsync(), code, default))!;

    public Task<IntegrationState> UpdateAsync(string session, string? friend = "ben", SessionState state = SessionState.Closed, string code = "ANNA", string instance = "main") =>
        Shop.UpdateAsync(Shop.Cart(session) with { ProfileId = friend, ReferralCode = code, State = state, Include = ResponseContent.Referral }, instance);

    public static string? Rejection(IntegrationState state) => state.Effects.Select(effect => effect.Props).OfType<RejectReferralProps>().SingleOrDefault()?.RejectionReason;

    public static IEnumerable<string> Types(IntegrationState state) => state.Effects.Select(effect => effect.Props.EffectType);

    public async Task<Application> ApplicationAsync() => (await Shop.Services.Configurations.GetAsync()).For(1).Application;
}
