using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class LargestCartTests
{
    private const string EachUnit = """[{"title": "1 off each", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["setDiscountPerItem", "1 off", 1, [".", "Session", "CartItems"]]]}]""";

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Ten_thousand_discounted_units_are_stored_read_and_rolled_back(int campaigns)
    {
        var shop = new Shop();
        for (var id = 1; id <= campaigns; id++)
            shop.WithCampaign(EachUnit, id);
        await shop.OpenAsync();
        var items = Enumerable.Range(0, 1000).Select(i => Shop.Item($"sku-{i}-{Guid(i)}", 100 + (i * 0.01m), 10)).ToList();
        var closed = await shop.UpdateAsync(new SessionUpdate { IntegrationId = "s", CartItems = items, State = SessionState.Closed, ProfileId = "p" });
        Assert.Equal(10_000 * campaigns, closed.Effects.Count);

        var (_, net) = await shop.Services.Sessions.GetAsync(shop.Context(), "s", default);
        Assert.Equal(closed.Effects.Select(effect => effect.Props), net.Select(effect => effect.Props));
        var cancelled = await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(10_000m * campaigns, cancelled.Effects.Sum(effect => ((RollbackDiscountProps)effect.Props).Value));
    }

    private static string Guid(int i) => new SeededRandomSource((ulong)i).UniqueId();
}
