using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>A shop with one achievement: a point of progress for every closed session of more than 100.</summary>
internal sealed class AchievementShop
{
    public const string Collect = """
        [{"title": "Collect", "condition": ["and", [">", [".", "Session", "Total"], 100]], "effects": [["increaseAchievementProgress", "collector", 1]]},
         {"title": "Celebrate", "condition": ["and", ["achievementIs", "collector", "justCompleted"]], "effects": [["showNotification", "Info", "Done", ""]]}]
        """;

    private AchievementShop(Shop shop) => Shop = shop;

    public Shop Shop { get; }

    public static Achievement Collector { get; } = new()
    {
        Id = 7,
        Created = Shop.Start,
        ApplicationId = 1,
        CampaignId = 1,
        UserId = 1,
        Name = "collector",
        Title = "Collector",
        Target = 3,
    };

    public static async Task<AchievementShop> OpenAsync(Func<Achievement, Achievement>? change = null, string rules = Collect, FinaliseMode mode = FinaliseMode.Inline, bool realTime = false)
    {
        var achievement = change?.Invoke(Collector) ?? Collector;
        return new AchievementShop(await new Shop(mode, realTime).With(ConfigurationChange.Put(EntityKinds.Achievement, achievement)).WithCampaign(rules).OpenAsync());
    }

    public Task<IntegrationState> BuyAsync(string session, SessionState state = SessionState.Closed, string profile = "p", string instance = "main") =>
        Shop.UpdateAsync(Shop.Cart(session) with { ProfileId = profile, State = state, Include = ResponseContent.Achievements }, instance);

    public Task<IntegrationState> CancelAsync(string session) => Shop.UpdateAsync(Shop.State(session, SessionState.Cancelled) with { Include = ResponseContent.Achievements });

    public async Task<AchievementProgress> CurrentAsync(string profile = "p") => (await Shop.Services.Achievements.ListAsync(Shop.Context(), profile, default))[0].Current;

    /// <summary>The iterations, the first one first: how far, and how much.</summary>
    public async Task<IReadOnlyList<(ProgressStatus, decimal)>> HistoryAsync(string profile = "p") =>
        [.. (await Shop.Services.Achievements.HistoryAsync(Shop.Context(), profile, 7, default)).Select(progress => (progress.Status, progress.Progress)).Reverse()];

    public static IReadOnlyList<T> Props<T>(IntegrationState state)
        where T : EffectProps => [.. state.Effects.Select(effect => effect.Props).OfType<T>()];
}
