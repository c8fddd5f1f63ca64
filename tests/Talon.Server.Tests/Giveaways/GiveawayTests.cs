using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class GiveawayTests(ServerFixture server)
{
    private const string Asking = ",\"responseContent\":[\"awardedGiveaways\"]";

    [Fact]
    public async Task A_giveaway_is_announced_awarded_on_close_and_stays()
    {
        var (shop, pool, name) = await OpenAsync("A", "B");
        var (profile, session) = (Shop.NewId(), Shop.NewId());

        var open = (await PutAsync(shop, session, profile, "open")).Props("willAwardGiveaway");
        var closed = await PutAsync(shop, session, profile);

        Assert.Equal((pool, name, profile), (open.GetProperty("poolId").GetInt64(), LoyaltyShop.Text(open, "poolName"), LoyaltyShop.Text(open, "recipientIntegrationId")));
        Assert.False(open.TryGetProperty("code", out _));
        var awarded = closed.Props("awardGiveaway");
        var giveaway = Assert.Single(closed.Json.GetProperty("awardedGiveaways").EnumerateArray());
        Assert.Equal((LoyaltyShop.Text(awarded, "code"), awarded.GetProperty("giveawayId").GetInt64(), true), (LoyaltyShop.Text(giveaway, "code"), giveaway.GetProperty("id").GetInt64(), giveaway.GetProperty("used").GetBoolean()));

        Assert.Empty((await shop.Api.SendAsync("PUT", $"/v2/customer_sessions/{session}/reopen")).Expect(200).EffectTypes);
        Assert.Equal(awarded.GetRawText(), (await PutAsync(shop, session, profile)).Props("awardGiveaway").GetRawText());
        Assert.Empty((await shop.PutSessionAsync(session, "\"state\":\"cancelled\"")).Expect(200).EffectTypes);
        Assert.NotEqual(LoyaltyShop.Text(awarded, "code"), LoyaltyShop.Text((await PutAsync(shop, Shop.NewId(), profile)).Props("awardGiveaway"), "code"));
        Assert.Empty((await PutAsync(shop, Shop.NewId(), profile)).EffectTypes);
    }

    [Fact]
    public async Task Under_64_parallel_closes_no_code_is_handed_out_twice()
    {
        var (shop, _, _) = await OpenAsync([.. Enumerable.Range(0, 40).Select(i => $"CODE{i}")]);

        var replies = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => PutAsync(shop, Shop.NewId(), Shop.NewId())));

        var codes = replies.Where(reply => reply.EffectTypes.Contains("awardGiveaway")).Select(reply => LoyaltyShop.Text(reply.Props("awardGiveaway"), "code")).ToList();
        Assert.Equal((40, 40), (codes.Count, codes.Distinct().Count()));
        Assert.Equal(24, replies.Count(reply => !reply.EffectTypes.Any()));
    }

    private static async Task<Reply> PutAsync(Shop shop, string session, string profile, string state = "closed") =>
        (await shop.PutSessionAsync(session, $"{Shop.Cart},\"profileId\":\"{profile}\",\"state\":\"{state}\"", more: Asking)).Expect(200);

    private async Task<(Shop Shop, long Pool, string Name)> OpenAsync(params string[] codes)
    {
        var shop = await server.CreateShopAsync();
        var name = Shop.NewId("pool");
        var pool = (await server.Management.PostAsync("/v1/giveaways/pools", $$"""{"name":"{{name}}","sandbox":true,"subscribedApplicationsIds":[{{shop.Id}}]}""")).Expect(201).Json.GetProperty("id").GetInt64();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("code\n" + string.Join('\n', codes))), "upFile", "codes.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"{server.BaseUrl}/v1/giveaways/pools/{pool}/import")) { Content = form };
        request.Headers.TryAddWithoutValidation("Authorization", $"ManagementKey-v1 {ServerFixture.ManagementKey}");
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(codes.Length, JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("amount").GetInt32());
        await shop.CreateCampaignAsync("""[">",[".","Session","Total"],0]""", $$"""[["awardGiveaway","{{name}}","A ticket"]]""");
        return (shop, pool, name);
    }
}
