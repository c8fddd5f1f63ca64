using System.Globalization;
using System.Text.Json;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Server.Tests;

public sealed class CouponFileTests
{
    [Fact]
    public async Task A_file_is_imported_with_all_its_columns()
    {
        var (world, application, campaign) = await StartAsync();

        var import = await world.ImportAsync(
            $"{campaign}/import_coupons",
            "\"value\",\"expirydate\",\"startdate\",\"recipientintegrationid\",\"limitval\",\"attributes\",\"discountlimit\"\r\n"
            + "COUP1,2999-07-01T04:00:00Z,2018-05-01T04:00:00Z,cust123,5,\"{\"\"category\"\":\r\n\"\"10_off\"\"}\",2.40\r\nCOUP2,,,,,,\r\n");

        Assert.Equal(("Coupon", 2), (import.GetProperty("entity").GetString(), import.GetProperty("amount").GetInt32()));
        var coupons = (await world.GetAsync($"{campaign}/coupons/no_total")).GetProperty("data");
        Assert.Equal(
            ("COUP1", 5, "2.40", "cust123", "10_off"),
            (coupons[0].GetProperty("value").GetString(), coupons[0].GetProperty("usageLimit").GetInt32(), coupons[0].GetProperty("discountLimit").GetRawText(),
                coupons[0].GetProperty("recipientIntegrationId").GetString(), coupons[0].GetProperty("attributes").GetProperty("category").GetString()));
        Assert.Equal((1, ManagementWorld.Id(import)), (coupons[1].GetProperty("usageLimit").GetInt32(), coupons[1].GetProperty("importId").GetRawText()));
        Assert.Single((await world.GetAsync($"{campaign}/coupons/no_total?recipientIntegrationId=cust123")).GetProperty("data").EnumerateArray());
        var found = await world.PostAsync($"{application}/coupons_search_advanced/no_total", """{"attributes":{"category":"10_off"}}""", 200);
        Assert.Equal("COUP1", Assert.Single(found.GetProperty("data").EnumerateArray()).GetProperty("value").GetString());
        Assert.Empty((await world.PostAsync($"{campaign}/coupons_search_advanced/no_total", """{"attributes":{"category":"x"}}""", 200)).GetProperty("data").EnumerateArray());
        Assert.Single((await world.PostAsync($"{campaign}/coupons_search_advanced/no_total", """{"category":"10_off"}""", 200)).GetProperty("data").EnumerateArray());
        Assert.Empty((await world.PostAsync($"{campaign}/coupons_search_advanced/no_total", """{"category":"x"}""", 200)).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused_with_its_line_rather_than_read_with_other_codes()
    {
        var refusal = Assert.Throws<InvalidRequestException>(() => new UploadedFile((byte[])[.. "value\nB\u00dcRO\nB"u8, 0xDC, .. "RO\n"u8]).OpenText());

        Assert.Equal(("upFile", 3), (refusal.Problems.Single().Parameter, refusal.Problems.Single().Line));
        Assert.Equal("value\nB\u00dcRO", new UploadedFile((byte[])[0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("value\nB\u00dcRO")]).OpenText().ReadToEnd());
        Assert.Equal("value", new UploadedFile((byte[])[0xEF, 0xBB, 0xBF, .. "value"u8]).OpenText().ReadToEnd());
    }

    [Theory]
    [InlineData(",", 200_000)]
    [InlineData("value,", 400)]
    [InlineData("x", 200_000)]
    [InlineData("value,attributes\nABC,\"{\"\"x\"\":1", 2_000)]
    public async Task A_file_that_is_wrong_beyond_measure_is_refused_briefly(string repeated, int times)
    {
        var (world, _, campaign) = await StartAsync();
        var attributes = repeated.EndsWith(":1", StringComparison.Ordinal);
        var file = attributes
            ? $"{repeated}{string.Concat(Enumerable.Range(0, times).Select(i => string.Create(CultureInfo.InvariantCulture, $",\"\"a{i}\"\":1")))}}}\""
            : string.Concat(Enumerable.Repeat(repeated, times));

        var refusal = await world.ImportAsync($"{campaign}/import_coupons", file, 400);

        Assert.InRange(refusal.GetProperty("errors").GetArrayLength(), 1, 100);
        Assert.InRange(refusal.GetRawText().Length, 1, 30_000);
    }

    [Fact]
    public async Task Every_wrong_line_is_reported_and_nothing_is_imported()
    {
        var (world, _, campaign) = await StartAsync();
        await world.ImportAsync($"{campaign}/import_coupons", "value\nTAKEN");

        var refusal = await world.ImportAsync(
            $"{campaign}/import_coupons",
            "value,limitval,startdate,attributes\nok1,-1,,\nx,1,,\nok2,1,yesterday,\nok3,1,,{\nok4,1,,\"{\"\"nope\"\":1}\"\nok5,1\nok6,1.5,,\nok1,1,,\nok1,1,,",
            400);

        Assert.Equal(["2", "3", "4", "5", "6", "7", "8", "9", "10"], Lines(refusal));
        Assert.Equal(["3"], Lines(await world.ImportAsync($"{campaign}/import_coupons", "value\nFRESH\nTAKEN", 400)));
        Assert.Equal(["1"], Lines(await world.ImportAsync($"{campaign}/import_coupons", "value,colour\nFRESH,red", 400)));
        Assert.Single((await world.GetAsync($"{campaign}/coupons/no_total")).GetProperty("data").EnumerateArray());
        Assert.Equal(1, (await world.ImportAsync($"{campaign}/import_coupons?skipDuplicates=true", "value\nFRESH\nFRESH\nTAKEN")).GetProperty("amount").GetInt32());
    }

    [Fact]
    public async Task Exported_coupons_can_be_imported_elsewhere()
    {
        var (world, application, campaign) = await StartAsync();
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":7,"numberOfCoupons":300,"attributes":{"category":"a, \"b\""},"expiryDate":"2999-01-01T00:00:00Z"}""", 204);
        await world.CampaignAsync(application);

        var file = await world.DownloadAsync($"{application}/export_coupons?campaignId={campaign.Split('/')[^1]}&campaignState=running");
        var codes = await world.DownloadAsync($"{application}/export_coupons?valuesOnly=true");

        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(301, lines.Length);
        Assert.StartsWith("accountid,applicationid,attributes,batchid,campaignid,counter,created,", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"{\"\"category\"\":\"\"a, \\u0022b\\u0022\"\"}\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("2999-01-01 00:00:00", await world.DownloadAsync($"{application}/export_coupons?dateFormat=excel"), StringComparison.Ordinal);
        var second = await world.CampaignAsync(await world.ApplicationAsync());
        Assert.Equal(300, (await world.ImportAsync($"{second}/import_coupons", codes)).GetProperty("amount").GetInt32());
    }

    [Fact]
    public async Task All_coupons_of_a_campaign_or_a_batch_are_changed_and_deleted_at_once()
    {
        var (world, _, campaign) = await StartAsync();
        var batch = (await world.PostAsync($"{campaign}/coupons?silent=no", """{"usageLimit":1,"numberOfCoupons":3,"recipientIntegrationId":"anna"}""", 200)).GetProperty("data")[0].GetProperty("batchId").GetString();
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":2,"startDate":"2020-01-01T00:00:00Z"}""", 204);

        await world.PutAsync($"{campaign}/coupons", $$"""{"usageLimit":9,"batchID":"{{batch}}","expiryDate":"2999-01-01T00:00:00Z"}""", 204);
        await world.PutAsync($"{campaign}/coupons", """{"attributes":{"category":"x"},"expiryDate":"2998-01-01T00:00:00Z"}""", 204);
        await world.PutAsync($"{campaign}/coupons", """{"attributes":{"colour":"x"}}""", 400);

        var coupons = (await world.GetAsync($"{campaign}/coupons/no_total")).GetProperty("data").EnumerateArray().ToList();
        Assert.Equal([9, 9, 9, 1, 1], coupons.Select(coupon => coupon.GetProperty("usageLimit").GetInt32()));
        Assert.All(coupons, coupon => Assert.Equal(("2998-01-01T00:00:00Z", "x"), (coupon.GetProperty("expiryDate").GetString(), coupon.GetProperty("attributes").GetProperty("category").GetString())));
        Assert.All(coupons, coupon => Assert.False(coupon.TryGetProperty("startDate", out _)));
        Assert.Equal(3, coupons.Count(coupon => coupon.TryGetProperty("recipientIntegrationId", out var recipient) && recipient.GetString() == "anna"));
        await world.DeleteAsync($"{campaign}/coupons?batchId={batch}");
        Assert.Equal(2, (await world.GetAsync($"{campaign}/coupons/no_total")).GetProperty("data").GetArrayLength());
        await world.DeleteAsync($"{campaign}/coupons");
        Assert.Equal(0, (await world.GetAsync($"{campaign}/coupons/no_total")).GetProperty("data").GetArrayLength());
    }

    private static IEnumerable<string> Lines(JsonElement refusal) =>
        refusal.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("line").GetString()!);

    private static async Task<(ManagementWorld World, string Application, string Campaign)> StartAsync()
    {
        var world = await ManagementWorld.CreateAsync();
        await world.PostAsync("/v1/attributes", """{"entity":"Coupon","name":"category","title":"X","type":"string","description":"","suggestions":[],"editable":true}""");
        var application = await world.ApplicationAsync();
        return (world, application, await world.CampaignAsync(application));
    }
}
