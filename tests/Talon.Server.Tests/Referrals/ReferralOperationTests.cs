using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class ReferralOperationTests(ServerFixture server)
{
    [Fact]
    public async Task A_referral_is_created_for_an_advocate_who_becomes_a_customer()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync("""["referralValid"]""");
        var (advocate, attribute) = (Shop.NewId("advocate"), await shop.CreateAttributeAsync("Referral"));

        var referral = (await shop.Api.PostAsync("/v1/referrals", $$$"""
            {"campaignId":{{{campaign}}},"advocateProfileIntegrationId":"{{{advocate}}}","usageLimit":3,"startDate":"2020-01-01T00:00:00Z","expiryDate":"2999-01-01T00:00:00Z","attributes":{"{{{attribute}}}":"x"}}
            """)).Expect(201).Json;

        Assert.Equal((12, 3, 0), (referral.GetProperty("code").GetString()!.Length, referral.GetProperty("usageLimit").GetInt32(), referral.GetProperty("usageCounter").GetInt32()));
        Assert.Equal("x", referral.GetProperty("attributes").GetProperty(attribute).GetString());
    }

    [Fact]
    public async Task What_is_wrong_with_a_referral_is_told_at_once_and_nothing_is_stored()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        var other = await (await server.CreateShopAsync()).CreateCampaignAsync();

        var refusal = (await shop.Api.PostAsync("/v1/referrals", $$$"""
            {"campaignId":{{{other}}},"advocateProfileIntegrationId":"a","friendProfileIntegrationId":"a","startDate":"2030-01-01T00:00:00Z","expiryDate":"2020-01-01T00:00:00Z","attributes":{"unknown":1}}
            """)).Expect(400);

        Assert.Equal(["/campaignId", "/expiryDate", "/attributes/unknown", "/friendProfileIntegrationId"], refusal.Places);
        Assert.Equal(["/campaignId", "/attributes/unknown"], (await shop.Api.PostAsync("/v1/referrals", """{"campaignId":"1","advocateProfileIntegrationId":"a","attributes":{"unknown":1}}""")).Expect(400).Places);
        Assert.Empty(await ListAsync(shop, campaign));
    }

    [Fact]
    public async Task Many_advocates_get_a_code_each_in_silence_or_not()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        var body = $$"""{"campaignId":{{campaign}},"usageLimit":1,"advocateProfileIntegrationIds":["a","b","c"],"referralPattern":"REF-####","validCharacters":["X","Y"]}""";

        var loud = (await shop.Api.PostAsync("/v1/referrals_for_multiple_advocates?silent=no", body)).Expect(201).Json;
        (await shop.Api.PostAsync("/v1/referrals_for_multiple_advocates", body)).Expect(204);

        Assert.Equal(3, loud.GetProperty("totalResultSize").GetInt32());
        Assert.Equal(["a", "b", "c"], loud.GetProperty("data").EnumerateArray().Select(referral => referral.GetProperty("advocateProfileIntegrationId").GetString()));
        var codes = (await ListAsync(shop, campaign)).Select(referral => referral.GetProperty("code").GetString()!).ToList();
        Assert.Equal(6, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^REF-[XY]{4}$", code));
        var tooMany = $$"""{"campaignId":{{campaign}},"usageLimit":1,"advocateProfileIntegrationIds":["a","b","c"],"referralPattern":"REF-#","validCharacters":["X","Y"]}""";
        Assert.Equal(["/referralPattern"], (await shop.Api.PostAsync("/v1/referrals_for_multiple_advocates", tooMany)).Expect(400).Places);
    }

    [Fact]
    public async Task Referrals_are_searched_changed_and_deleted()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        var first = await CreateAsync(shop, campaign, "a", ""","expiryDate":"2020-01-01T00:00:00Z" """);
        var second = await CreateAsync(shop, campaign, "b");
        var path = Path(shop, campaign);

        Assert.Equal([Code(first)], (await ListAsync(shop, campaign, "?valid=expired")).Select(Code));
        Assert.Equal([Code(second)], (await ListAsync(shop, campaign, "?advocate=b&usable=true&valid=validNow")).Select(Code));
        Assert.Equal([Code(first)], (await ListAsync(shop, campaign, "?pageSize=1")).Select(Code));
        Assert.Equal([Code(second)], (await ListAsync(shop, campaign, $"?code={Code(second)}")).Select(Code));
        var changed = (await server.Management.PutAsync($"{path}/{ManagementWorld.Id(first)}", """{"usageLimit":9,"friendProfileIntegrationId":"f"}""")).Expect(200).Json;
        Assert.Equal((9, "f"), (changed.GetProperty("usageLimit").GetInt32(), changed.GetProperty("friendProfileIntegrationId").GetString()));
        Assert.False(changed.TryGetProperty("expiryDate", out _));
        (await server.Management.SendAsync("DELETE", $"{path}/{ManagementWorld.Id(first)}")).Expect(204);
        (await server.Management.SendAsync("DELETE", $"{path}/{ManagementWorld.Id(first)}")).Expect(404);
        Assert.Single(await ListAsync(shop, campaign));
    }

    [Fact]
    public async Task Referrals_are_imported_from_a_file_all_or_none()
    {
        var world = await ManagementWorld.CreateAsync();
        var campaign = await world.CampaignAsync(await world.ApplicationAsync());
        const string file = "code,startdate,expirydate,advocateprofileintegrationid,limitval,attributes\nREFERRAL_CODE1,2020-11-10T23:00:00Z,2031-11-11T23:00:00Z,integid_4,,\nREFERRAL_CODE2,,,integid1,0,";

        var import = await world.ImportAsync($"{campaign}/import_referrals", file);
        var again = await world.ImportAsync($"{campaign}/import_referrals", file + "\nREFERRAL_CODE3,,,a,x,\nREFERRAL_CODE4,,,,1,", 400);
        var taken = await world.ImportAsync($"{campaign}/import_referrals", file, 400);

        Assert.Equal(2, import.GetProperty("amount").GetInt32());
        var referrals = (await world.GetAsync($"{campaign}/referrals/no_total")).GetProperty("data");
        Assert.Equal([1L, 0L], referrals.EnumerateArray().Select(referral => referral.GetProperty("usageLimit").GetInt64()));
        Assert.Equal(["REFERRAL_CODE2"], (await world.GetAsync($"{campaign}/referrals/no_total?code=code2")).GetProperty("data").EnumerateArray().Select(Code));
        Assert.Equal(["REFERRAL_CODE2", "REFERRAL_CODE1"], (await world.GetAsync($"{campaign}/referrals/no_total?sort=-code&code=referralcode")).GetProperty("data").EnumerateArray().Select(Code));
        Assert.Equal(["4", "5"], Lines(again));
        Assert.Equal(["2", "3"], Lines(taken));
    }

    private static IEnumerable<string> Lines(JsonElement refusal) => refusal.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("line").GetString()!);

    private static string Code(JsonElement referral) => referral.GetProperty("code").GetString()!;

    private static string Path(Shop shop, long campaign) => string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{shop.Id}/campaigns/{campaign}/referrals");

    private static async Task<JsonElement> CreateAsync(Shop shop, long campaign, string advocate, string more = "") =>
        (await shop.Api.PostAsync("/v1/referrals", $$"""{"campaignId":{{campaign}},"advocateProfileIntegrationId":"{{advocate}}"{{more}}}""")).Expect(201).Json;

    private async Task<List<JsonElement>> ListAsync(Shop shop, long campaign, string query = "") =>
        [.. (await server.Management.GetAsync($"{Path(shop, campaign)}/no_total{query}")).Expect(200).Json.GetProperty("data").EnumerateArray()];
}
