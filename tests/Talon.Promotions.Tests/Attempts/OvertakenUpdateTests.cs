using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>An update whose answer got lost is applied once, also when others come between it and its look at what became of it.</summary>
public sealed class OvertakenUpdateTests
{
    [Fact]
    public async Task A_session_keeps_what_overtook_a_lost_answer()
    {
        var shop = await new Shop(realTime: true).WithCampaign().OpenAsync();
        await shop.UpdateAsync(Cart(1));
        var slow = Slow(shop, Partitions.Session(1, "s"), async () =>
        {
            await shop.UpdateAsync(Cart(3));
            await shop.UpdateAsync(Cart(4));
        });

        await slow.Sessions.UpdateAsync(shop.Context(), Cart(2), Shop.Render, default);

        var row = await ReadAsync(shop, Partitions.Session(1, "s"), RowJson.Default.SessionRow);
        Assert.Equal((4, 4), (row.Session.CartItems[0].Quantity, row.Session.UpdateCount));
    }

    [Fact]
    public async Task A_profile_keeps_what_overtook_a_lost_answer()
    {
        var shop = await new Shop(realTime: true).WithCampaign().OpenAsync();
        await shop.Services.Profiles.UpdateAsync(shop.Context(), Named("first"), Shop.Render, default);
        var slow = Slow(shop, Partitions.Profile("p"), () => shop.Services.Profiles.UpdateAsync(shop.Context(), Named("late"), Shop.Render, default));

        await slow.Profiles.UpdateAsync(shop.Context(), Named("slow"), Shop.Render, default);

        var row = await ReadAsync(shop, Partitions.Profile("p"), RowJson.Default.ProfileRow);
        Assert.Equal(("late", 3), (row.Profile.Attributes.GetProperty("Name").GetString(), row.Commits));
    }

    private static SessionUpdate Cart(int quantity) => new() { IntegrationId = "s", CartItems = [Shop.Item(quantity: quantity)] };

    private static ProfileUpdate Named(string name) => new() { IntegrationId = "p", Attributes = Sample.Json($$"""{"Name": "{{name}}"}""") };

    private static PromotionServices Slow(Shop shop, string partition, Func<Task> overtake) =>
        new(new PromotionPorts(new OvertakenTables(shop.Store, partition, overtake), shop.Store, new InProcessGate(shop.Time), shop.Time, new SeededRandomSource(1), shop.Mode));

    private static async Task<T> ReadAsync<T>(Shop shop, string partition, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) =>
        RowCodec.Decode((await shop.Store.ReadAsync(partition, OwnerRows.Entity))!.Body, json);
}
