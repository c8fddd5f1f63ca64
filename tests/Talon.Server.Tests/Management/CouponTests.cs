using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class CouponTests
{
    [Fact]
    public async Task Coupons_are_created_in_silence_unless_they_are_asked_for()
    {
        var (world, campaign) = await StartAsync();

        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"xmas20"}""", 204);
        var answer = await world.PostAsync($"{campaign}/coupons?silent=no", """{"usageLimit":0,"numberOfCoupons":3}""", 200);

        Assert.Equal(3, answer.GetProperty("totalResultSize").GetInt32());
        Assert.All(Values(answer), value => Assert.Matches("^[A-Z0-9]{12}$", value));
        Assert.Equal(["xmas20", .. Values(answer)], Values(await world.GetAsync($"{campaign}/coupons/no_total")));
    }

    [Fact]
    public async Task A_taken_code_and_a_pattern_without_room_are_refused()
    {
        var (world, campaign) = await StartAsync();
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"xmas20"}""", 204);

        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"xmas20"}""", 400);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":5,"couponPattern":"CODE#","validCharacters":["A","B"]}""", 400);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":2,"couponPattern":"CODE#","validCharacters":["A","B"]}""", 204);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"CODE#","validCharacters":["A","B"]}""", 400);
    }

    [Fact]
    public async Task Every_problem_of_coupons_is_reported_at_once()
    {
        var (world, campaign) = await StartAsync();

        var refusal = await world.PostAsync(
            $"{campaign}/coupons",
            """
            {"usageLimit":1,"numberOfCoupons":1,"startDate":"2026-02-01T00:00:00Z","expiryDate":"2026-01-01T00:00:00Z","attributes":{"x":1},"recipientIntegrationId":"c1",
             "limits":[{"action":"redeemCoupon","limit":1,"entities":["Store"]}],"validCharacters":["A","BC"]}
            """,
            400);

        Assert.Equal(
            ["/expiryDate Invalid", "/attributes/x Unknown", "/limits Invalid", "/limits/0/entities Invalid", "/validCharacters/1 Invalid"],
            ManagementWorld.Problems(refusal));
        Assert.Empty(Values(await world.GetAsync($"{campaign}/coupons/no_total")));
    }

    [Fact]
    public async Task The_campaigns_pattern_and_coupon_attributes_stand_in_for_what_is_left_out()
    {
        var (world, _) = await StartAsync();
        foreach (var name in new[] { "colour", "size" })
            await world.PostAsync("/v1/attributes", $$"""{"entity":"Coupon","name":"{{name}}","title":"X","type":"string","description":"","suggestions":[],"editable":true}""");
        var campaign = await world.CampaignAsync(
            await world.ApplicationAsync(), ""","couponSettings":{"validCharacters":["7"],"couponPattern":"SALE-###"},"couponAttributes":{"colour":"red","size":"S"}""");

        var coupon = (await world.PostAsync($"{campaign}/coupons?silent=no", """{"usageLimit":1,"numberOfCoupons":1,"attributes":{"size":"L"}}""", 200)).GetProperty("data")[0];

        Assert.Equal("SALE-777", coupon.GetProperty("value").GetString());
        Assert.Equal("""{"colour":"red","size":"L"}""", JsonSerializer.Serialize(coupon.GetProperty("attributes")));
    }

    [Fact]
    public async Task Each_recipient_gets_a_coupon()
    {
        var (world, campaign) = await StartAsync();

        var answer = await world.PostAsync($"{campaign}/coupons_with_recipients?silent=no", """{"usageLimit":1,"recipientsIntegrationIds":["anna","bert"]}""", 200);

        Assert.Equal(["anna", "bert"], answer.GetProperty("data").EnumerateArray().Select(c => c.GetProperty("recipientIntegrationId").GetString()));
        Assert.Single(Values(await world.GetAsync($"{campaign}/coupons/no_total?recipientIntegrationId=bert")));
    }

    [Fact]
    public async Task A_search_filters_and_pages()
    {
        var (world, campaign) = await StartAsync();
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"SUMMER"}""", 204);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"winter","expiryDate":"2020-01-01T00:00:00Z"}""", 204);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"spring","startDate":"2999-01-01T00:00:00Z"}""", 204);

        Assert.Equal(["SUMMER"], await FindAsync("value=umm"));
        Assert.Equal([], await FindAsync("value=umm&exactMatch=true"));
        Assert.Equal(["winter"], await FindAsync("value=winter&exactMatch=true"));
        Assert.Equal(["winter"], await FindAsync("value=WINTER&exactMatch=true"));
        Assert.Equal([], await FindAsync("value=---"));
        Assert.Equal(["winter"], await FindAsync("valid=expired"));
        Assert.Equal(["spring"], await FindAsync("valid=validFuture"));
        Assert.Equal(["SUMMER"], await FindAsync("valid=validNow&usable=true&redeemed=false"));
        Assert.Equal(["winter"], await FindAsync("expiresBefore=2021-01-01"));
        Assert.Equal([], await FindAsync("createdBefore=2021-01-01"));
        var page = await world.GetAsync($"{campaign}/coupons/no_total?pageSize=1&skip=1");
        Assert.Equal((true, "winter"), (page.GetProperty("hasMore").GetBoolean(), Values(page).Single()));

        Assert.Equal(["SUMMER", "spring", "winter"], await FindAsync("sort=value"));
        Assert.Equal(["winter", "spring"], await FindAsync("sort=-value&pageSize=2"));
        Assert.Equal(["spring"], await FindAsync("sort=-value&pageSize=1&skip=1"));
        Assert.Equal(["winter", "SUMMER", "spring"], await FindAsync("sort=expiryDate"));
        Assert.Equal(["spring", "winter", "SUMMER"], await FindAsync("sort=-created"));
        await world.GetAsync($"{campaign}/coupons/no_total?sort=colour", 400);
        Assert.Equal("""{"value":"SUMMER"}""", (await world.GetAsync($"{campaign}/coupons/no_total?valuesOnly=true&value=SUMMER")).GetProperty("data")[0].GetRawText());

        async Task<IReadOnlyList<string>> FindAsync(string query) => Values(await world.GetAsync($"{campaign}/coupons/no_total?{query}"));
    }

    [Fact]
    public async Task An_edit_clears_dates_and_recipient_and_keeps_the_rest()
    {
        var (world, campaign) = await StartAsync();
        var created = (await world.PostAsync(
            $"{campaign}/coupons?silent=no", """{"usageLimit":5,"numberOfCoupons":1,"discountLimit":10.50,"startDate":"2026-01-01T00:00:00Z","recipientIntegrationId":"anna"}""", 200)).GetProperty("data")[0];
        var target = $"{campaign}/coupons/{created.GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture)}";

        var edited = await world.PutAsync(target, """{"expiryDate":"2027-01-01T00:00:00Z"}""");

        Assert.Equal(("10.50", 5, "2027-01-01T00:00:00Z"), (edited.GetProperty("discountLimit").GetRawText(), edited.GetProperty("usageLimit").GetInt32(), edited.GetProperty("expiryDate").GetString()));
        Assert.False(edited.TryGetProperty("startDate", out _));
        Assert.False(edited.TryGetProperty("recipientIntegrationId", out _));
        await world.DeleteAsync(target);
        await world.DeleteAsync(target, 404);
        await world.PutAsync(target, "{}", 404);
    }

    private static async Task<(ManagementWorld World, string Campaign)> StartAsync()
    {
        var world = await ManagementWorld.CreateAsync();
        return (world, await world.CampaignAsync(await world.ApplicationAsync()));
    }

    private static List<string> Values(JsonElement list) => [.. list.GetProperty("data").EnumerateArray().Select(coupon => coupon.GetProperty("value").GetString()!)];
}
