using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

/// <summary>Every setting of an Application does something.</summary>
public sealed class ApplicationSettingTests
{
    private const string Always = """["=",1,1]""";

    [Fact]
    public async Task The_currency_says_how_finely_amounts_are_rounded()
    {
        const string third = """["setDiscount","third",["/",[".","Session","Total"],3]]""";

        Assert.Equal("33.33", (await FirstAsync(""","x":1""", Rules(Always, third), Item(100))).GetProperty("value").GetRawText());
        Assert.Equal("33", (await FirstAsync(""","currency":"JPY" """, Rules(Always, third), Item(100))).GetProperty("value").GetRawText());
    }

    [Fact]
    public async Task Codes_are_compared_as_the_case_sensitivity_says()
    {
        var rules = Rules("""["couponValid"]""", """["setDiscount","x",1]""");

        Assert.DoesNotContain((await DiscountsAsync("", rules, $"{Item(10)},\"couponCodes\":[\"XMAS20\"]")).EnumerateArray(), IsDiscount);
        Assert.Single((await DiscountsAsync(""","caseSensitivity":"insensitive-lowercase" """, rules, $"{Item(10)},\"couponCodes\":[\"XMAS20\"]")).EnumerateArray(), IsDiscount);
        Assert.Single((await DiscountsAsync(""","caseSensitivity":"insensitive-uppercase" """, rules, $"{Item(10)},\"couponCodes\":[\"xMaS20\"]")).EnumerateArray(), IsDiscount);
    }

    [Fact]
    public async Task Codes_that_exist_stay_findable_when_the_case_sensitivity_changes()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var campaign = await world.CampaignAsync(application);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"XMAS20"}""", 204);
        const string settings = """{"name":"shop","timezone":"UTC","currency":"EUR" """;

        var refusal = await world.PutAsync(application, settings + ""","caseSensitivity":"insensitive-lowercase"}""", 400);
        await world.PutAsync(application, settings + ""","caseSensitivity":"insensitive-uppercase"}""");
        await world.PutAsync(application, settings + ""","caseSensitivity":"sensitive"}""");
        await world.ImportAsync($"{campaign}/import_referrals", "code,advocateprofileintegrationid\nBring-1,anna");
        await world.PutAsync(application, settings + ""","caseSensitivity":"insensitive-uppercase"}""", 400);
        await world.PutAsync($"{application}/setup", """{"application":""" + settings + ""","caseSensitivity":"insensitive-uppercase"}}""", 400);

        Assert.Equal("/caseSensitivity Invalid", Assert.Single(ManagementWorld.Problems(refusal)));
        Assert.Equal("sensitive", (await world.GetAsync(application)).GetProperty("caseSensitivity").GetString());
    }

    [Theory]
    [InlineData("false", "10", "10")]
    [InlineData("true", "10", "9.0")]
    public async Task Cascading_lets_later_campaigns_see_what_earlier_ones_left(string setting, string first, string second)
    {
        const string tenth = """["setDiscount","tenth",["*",[".","Session","Total"],0.1]]""";
        var world = await ManagementWorld.CreateAsync();
        var (application, key) = await ApplicationAsync(world, $",\"enableCascadingDiscounts\":{setting}");
        await CampaignAsync(world, application, Rules(Always, tenth));
        await CampaignAsync(world, application, Rules(Always, tenth));

        var values = (await UpdateAsync(world, key, Item(100))).EnumerateArray().Where(IsDiscount).Select(Value).ToList();

        Assert.Equal([Number(first), Number(second)], values.Select(Number));
    }

    [Theory]
    [InlineData("false", new string[0])]
    [InlineData("true", new[] { "6" })]
    public async Task Partial_discounts_grant_what_is_left_of_a_budget(string setting, string[] expected)
    {
        var world = await ManagementWorld.CreateAsync();
        var (application, key) = await ApplicationAsync(world, $",\"enablePartialDiscounts\":{setting}");
        await CampaignAsync(world, application, Rules(Always, """["setDiscount","x",10]"""), """[{"action":"setDiscount","limit":6,"entities":[]}]""");

        var values = (await UpdateAsync(world, key, Item(100))).EnumerateArray().Where(IsDiscount).Select(Value);

        Assert.Equal(expected.Select(Number), values.Select(Number));
    }

    [Theory]
    [InlineData("true", 3)]
    [InlineData("false", 1)]
    public async Task Flattening_evaluates_each_unit_on_its_own(string setting, int expected)
    {
        var effects = await DiscountsAsync(
            $",\"enableFlattenedCartItems\":{setting}",
            Rules(Always, """["setDiscountPerItem","x",1,[".","Session","CartItems"]]"""),
            """ "cartItems":[{"name":"a","sku":"a","quantity":3,"price":10}] """);

        Assert.Equal(expected, effects.EnumerateArray().Count(effect => effect.GetProperty("effectType").GetString() == "setDiscountPerItem"));
    }

    [Theory]
    [InlineData("sessionTotal")]
    [InlineData("cartItems")]
    [InlineData("additionalCosts")]
    public async Task The_default_scope_holds_for_session_discounts_that_give_none(string scope)
    {
        var settings = $",\"enableCascadingDiscounts\":true,\"defaultDiscountScope\":\"{scope}\"";

        Assert.Equal(scope, (await FirstAsync(settings, Rules(Always, """["setDiscount","x",1]"""), Item(10))).GetProperty("scope").GetString());
        Assert.Equal("cartItems", (await FirstAsync(settings, Rules(Always, """["setDiscount","x",1,{"scope":"cartItems"}]"""), Item(10))).GetProperty("scope").GetString());
    }

    [Theory]
    [InlineData("price")]
    [InlineData("itemTotal")]
    [InlineData("additionalCosts")]
    public async Task The_default_scope_holds_for_item_discounts_that_give_none(string scope)
    {
        var effects = await DiscountsAsync(
            $",\"defaultDiscountAdditionalCostPerItemScope\":\"{scope}\"", Rules(Always, """["setDiscountPerItem","x",1,[".","Session","CartItems"]]"""), Item(10));

        Assert.Equal(scope, effects[0].GetProperty("props").GetProperty("scope").GetString());
    }

    [Theory]
    [InlineData("UTC", "D2026-03-01")]
    [InlineData("Pacific/Auckland", "D2026-03-02")]
    public void The_time_zone_says_which_day_a_budget_counts(string zone, string day) => Assert.Equal(
        day,
        Talon.RuleEngine.LimitCalendar.PeriodOf(Talon.RuleEngine.LimitPeriod.Daily, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public async Task New_campaigns_start_with_the_applications_budgets_and_group()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync(""","limits":[{"action":"redeemCoupon","limit":7,"entities":[]}]""");
        var group = ManagementWorld.Id(await world.PostAsync($"{application}/evaluation_groups", """{"name":"best","evaluationMode":"highestDiscount"}"""));
        await world.PutAsync(application, $$"""{"name":"shop","timezone":"UTC","currency":"EUR","defaultEvaluationGroupId":{{group}},"limits":[{"action":"redeemCoupon","limit":7,"entities":[]}]}""");

        var campaign = await world.GetAsync(await world.CampaignAsync(application));

        Assert.Equal(("7", group), (campaign.GetProperty("limits")[0].GetProperty("limit").GetRawText(), campaign.GetProperty("evaluationGroupId").GetRawText()));
    }

    [Fact]
    public async Task Mandatory_attributes_are_asked_of_campaigns_and_coupons()
    {
        var world = await ManagementWorld.CreateAsync();
        foreach (var entity in new[] { "Campaign", "Coupon" })
            await world.PostAsync("/v1/attributes", $$"""{"entity":"{{entity}}","name":"owner","title":"X","type":"string","description":"","suggestions":[],"editable":true}""");
        var application = await world.ApplicationAsync(""","attributesSettings":{"mandatory":{"campaigns":["owner"],"coupons":["owner"]}}""");

        await world.PostAsync($"{application}/campaigns", """{"name":"x","state":"enabled","tags":[],"features":[],"limits":[]}""", 400);
        var campaign = await world.CampaignAsync(application, ""","attributes":{"owner":"anna"}""");
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1}""", 400);
        await world.PostAsync($"{campaign}/coupons_async", """{"usageLimit":1,"numberOfCoupons":1,"attributes":{}}""", 400);
        await world.ImportAsync($"{campaign}/import_coupons", "value\nABC", 400);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"attributes":{"owner":"anna"}}""", 204);
        await world.PostAsync("/v1/applications", """{"name":"x","timezone":"UTC","currency":"EUR","attributesSettings":{"mandatory":{"campaigns":["nobody"]}}}""", 400);
    }

    [Fact]
    public async Task A_setting_that_means_nothing_is_refused()
    {
        var world = await ManagementWorld.CreateAsync();

        var refusal = await world.PostAsync(
            "/v1/applications", """{"name":"x","timezone":"Mars/Olympus","currency":"euro","defaultEvaluationGroupId":99,"limits":[{"action":"fly","limit":1,"entities":[]}],"attributes":{"nope":1}}""", 400);

        Assert.Equal(
            ["/timezone Invalid", "/currency Invalid", "/limits/0/action enum", "/attributes/nope Unknown", "/defaultEvaluationGroupId Unknown"],
            ManagementWorld.Problems(refusal));
    }

    private static string Rules(string condition, string effect) => $$"""{"rules":[{"title":"rule","condition":{{condition}},"effects":[{{effect}}]}],"bindings":[],"activate":true}""";

    private static string Item(int price) => $$""" "cartItems":[{"name":"a","sku":"a","quantity":1,"price":{{price.ToString(CultureInfo.InvariantCulture)}}}] """;

    private static async Task<JsonElement> FirstAsync(string settings, string rules, string session) =>
        (await DiscountsAsync(settings, rules, session)).EnumerateArray().First(IsDiscount).GetProperty("props");

    private static async Task<JsonElement> DiscountsAsync(string settings, string rules, string session)
    {
        var world = await ManagementWorld.CreateAsync();
        var (application, key) = await ApplicationAsync(world, settings);
        var campaign = await CampaignAsync(world, application, rules);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":0,"numberOfCoupons":1,"couponPattern":"xmas20"}""", 204);
        return await UpdateAsync(world, key, session);
    }

    private static async Task<(string Application, string Key)> ApplicationAsync(ManagementWorld world, string settings)
    {
        var currency = settings.Contains("currency", StringComparison.Ordinal) ? "" : ""","currency":"EUR" """;
        var application = $"/v1/applications/{ManagementWorld.Id(await world.PostAsync("/v1/applications", $$"""{"name":"shop","timezone":"UTC"{{currency}}{{settings}}}"""))}";
        var key = await world.PostAsync($"{application}/apikeys", """{"title":"x","expires":"2999-01-01T00:00:00Z"}""");
        return (application, $"ApiKey-v1 {key.GetProperty("key").GetString()}");
    }

    private static async Task<string> CampaignAsync(ManagementWorld world, string application, string rules, string limits = "[]")
    {
        var campaign = $"{application}/campaigns/{ManagementWorld.Id(await world.PostAsync($"{application}/campaigns", $$"""{"name":"x","state":"enabled","tags":[],"features":[],"limits":{{limits}}}"""))}";
        await world.PostAsync($"{campaign}/rulesets", rules);
        return campaign;
    }

    private static async Task<JsonElement> UpdateAsync(ManagementWorld world, string key, string session) =>
        (await world.SendAsync("PUT", "/v2/customer_sessions/s1", $$$"""{"customerSession":{{{{session}}}}}""", 200, key: key)).GetProperty("effects");

    private static bool IsDiscount(JsonElement effect) => effect.GetProperty("effectType").GetString() == "setDiscount";

    private static string Value(JsonElement effect) => effect.GetProperty("props").GetProperty("value").GetRawText();

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
