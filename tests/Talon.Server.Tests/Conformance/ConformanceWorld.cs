using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>An Application that has one of everything that an answer can tell of.</summary>
internal sealed partial class ConformanceWorld
{
    private readonly HttpClient _http;
    private readonly string _baseUrl;
    private readonly ApiClient _management;
    private readonly Dictionary<string, string> _known = [];

    private ConformanceWorld(HttpClient http, string baseUrl, ApiClient management, Shop shop, Shop elsewhere, string suffix)
    {
        (_http, _baseUrl, _management, Shop, Elsewhere) = (http, baseUrl, management, shop, elsewhere);
        foreach (var name in new[] { "stars", "cards", "tickets", "badge", "wrapping", "hook", "survey", "rating", "anna", "bert", "eva", "carl", "leaver", "newcomer", "segment", "colour", "sticker" })
            _known[name] = name + suffix;
        _known["application"] = Text(shop.Id);
    }

    public Shop Shop { get; }

    /// <summary>An Application that may be called from other addresses only.</summary>
    public Shop Elsewhere { get; }

    /// <summary>Sets everything up.</summary>
    /// <param name="http">The client.</param>
    /// <param name="baseUrl">The server.</param>
    /// <param name="management">The server's management.</param>
    /// <param name="suffix">What makes names unique on a server that others use; "" on one that is new.</param>
    public static async Task<ConformanceWorld> CreateAsync(HttpClient http, string baseUrl, ApiClient management, string suffix)
    {
        var world = new ConformanceWorld(http, baseUrl, management, await Shop.CreateAsync(http, baseUrl, management), await Shop.CreateAsync(http, baseUrl, management), suffix);
        await world.SetUpEntitiesAsync();
        await world.SetUpCampaignsAsync();
        await world.SetUpCustomersAsync();
        await world.ManageAsync("PUT", $"/v1/applications/{world.Elsewhere.Id}", """{"name":"Elsewhere","timezone":"UTC","currency":"EUR","allowedIpRanges":["192.0.2.0/24"]}""", 200);
        return world;
    }

    /// <summary>A text with what the world has for the names in braces.</summary>
    public string Fill(string text, IReadOnlyDictionary<string, string>? others = null) =>
        Name().Replace(text, match => others?.GetValueOrDefault(match.Groups[1].Value) ?? _known.GetValueOrDefault(match.Groups[1].Value) ?? match.Value);

    /// <summary>The target of an operation with the world's ids, or others.</summary>
    public string Target(Operation operation, IReadOnlyDictionary<string, string>? ids, string query) =>
        Name().Replace(operation.Path, match => Uri.EscapeDataString(Fill(ids?.GetValueOrDefault(match.Groups[1].Value) ?? _known[match.Groups[1].Value]))) + Fill(query);

    /// <summary>Calls an operation that must succeed.</summary>
    public async Task<JsonElement> IntegrateAsync(string method, string target, string body, int expected = 200)
    {
        var reply = (await Shop.Api.SendAsync(method, Fill(target), Fill(body))).Expect(expected);
        return reply.Text.Length == 0 ? default : reply.Json;
    }

    /// <summary>Calls an operation of the Management API that must succeed.</summary>
    public async Task<JsonElement> ManageAsync(string method, string target, string body, int expected = 201)
    {
        var reply = (await _management.SendAsync(method, Fill(target), Fill(body))).Expect(expected);
        return reply.Text.Length == 0 ? default : reply.Json;
    }

    /// <summary>Calls an operation, whatever it answers.</summary>
    public Task<Reply> IntegrateAnywayAsync(string method, string target, string body) => Shop.Api.SendAsync(method, Fill(target), Fill(body));

    /// <summary>Creates something and knows its id from now on.</summary>
    public async Task RememberAsync(string name, string target, string body) => _known[name] = Text((await IntegrateAsync("POST", target, body, 201)).GetProperty("id").GetInt64());

    /// <summary>A customer who owes points: what was earned is spent, and its session cancelled.</summary>
    public async Task OweAsync()
    {
        const string session = "/v2/customer_sessions/owed";
        await IntegrateAsync("PUT", session, """{"customerSession":{"profileId":"{eva}","attributes":{"PaymentMethod":"earn"},"cartItems":[{"sku":"a","quantity":1,"price":10}],"state":"closed"}}""");
        await ManageAsync("PUT", "/v1/loyalty_programs/{loyaltyProgramId}/profile/{eva}/deduct_points", """{"points":10}""", 204);
        await IntegrateAsync("PUT", session, """{"customerSession":{"state":"cancelled"}}""");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task CreateAsync(string name, string target, string body) => _known[name] = Text((await ManageAsync("POST", target, body)).GetProperty("id").GetInt64());

    private async Task SetUpEntitiesAsync()
    {
        const string apps = "\"subscribedApplications\":[{application}]";
        await CreateAsync("cost", "/v1/additional_costs", """{"name":"{wrapping}","title":"{wrapping}","description":"","type":"both"}""");
        await CreateAsync("storeId", "/v1/applications/{application}/stores", """{"name":"Mitte","description":"","integrationId":"mitte"}""");
        await CreateAsync("loyaltyProgramId", "/v1/loyalty_programs", $$"""
            {"name":"{stars}","title":"Stars","defaultValidity":"30D","defaultPending":"immediate","allowSubledger":true,"sandbox":true,"timezone":"UTC",{{apps}},"returnPolicy":"unlimited",
             "tiersExpirationPolicy":"tier_start_date","tiersExpireIn":"1Y","tiersDowngradePolicy":"one_down","tiers":[{"name":"Bronze","minPoints":0},{"name":"Silver","minPoints":600}]}
            """);
        await CreateAsync("cardProgramId", "/v1/loyalty_programs", $$"""
            {"name":"{cards}","title":"Cards","defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":true,"sandbox":true,"timezone":"UTC",{{apps}},
             "cardBased":true,"usersPerCardLimit":3,"cardCodeSettings":{"validCharacters":["A","B"],"couponPattern":"CARD-########"} }
            """);
        await CreateAsync("pool", "/v1/giveaways/pools", """{"name":"{tickets}","sandbox":true,"subscribedApplicationsIds":[{application}]}""");
        await ImportAsync("/v1/giveaways/pools/{pool}/import", "code,startdate,enddate\n" + string.Join('\n', Enumerable.Range(1, 20).Select(i => $"TICKET{i},2020-01-01T00:00:00Z,2999-01-01T00:00:00Z")));
        await CreateAsync("webhookId", "/v1/webhooks", """{"applicationIds":[],"title":"{hook}","draft":false,"verb":"POST","url":"https://example.com/","headers":[],"payload":"{}","params":[],"enabled":true}""");
        await CreateAsync("effectId", "/v1/custom_effects", """{"applicationIds":[{application}],"name":"{badge}","title":"Badge","payload":"{\"level\": ${level}}","enabled":true,"params":[{"type":"number","title":"level","ui":{}}]}""");
        await ManageAsync("POST", "/v1/event_types", """{"title":"Survey","name":"{survey}"}""");
        await ManageAsync("POST", "/v1/attributes", """{"entity":"Event","eventType":"{survey}","name":"{rating}","title":"Rating","type":"number","description":"","suggestions":[],"editable":true}""");
        await CreateAsync("catalogId", "/v1/catalogs", """{"name":"{stars}","description":"","subscribedApplicationsIds":[{application}]}""");
        _known["audienceId"] = Text((await IntegrateAsync("POST", "/v2/audiences", """{"name":"Regulars","description":"Who comes back","integration":"braze","integrationId":"{segment}"}""", 201)).GetProperty("id").GetInt64());
    }

    private async Task SetUpCampaignsAsync()
    {
        const string all = """["=",[".","Session","PaymentMethod"],"all"]""";
        _known["campaignId"] = Text(await CampaignAsync("""["couponValid"]""", """[["setDiscount","20 % off",["*",[".","Session","Total"],0.2]]]""", ",\"linkedStoreIds\":[{storeId}],\"startTime\":\"2020-01-01T00:00:00Z\",\"endTime\":\"2999-01-01T00:00:00Z\",\"couponSettings\":{\"validCharacters\":[\"A\",\"B\"],\"couponPattern\":\"SUMMER-########\"}", """[{"action":"redeemCoupon","limit":1000,"entities":[]},{"action":"setDiscount","limit":100000,"period":"monthly","entities":["Profile"]}]"""));
        _known["referralCampaignId"] = Text(await CampaignAsync("""["referralValid"]""", """[["setDiscount","Friend",1]]"""));
        foreach (var code in new[] { "ANYTHING", "RESERVED", "SPRING", "PERSONAL" })
            await Shop.CreateCouponAsync(long.Parse(_known["campaignId"], CultureInfo.InvariantCulture), code, more: Fill(code == "PERSONAL" ? ",\"recipientIntegrationId\":\"{anna}\",\"startDate\":\"2020-01-01T00:00:00Z\",\"expiryDate\":\"2999-01-01T00:00:00Z\"" : ",\"discountLimit\":100000,\"reservationLimit\":10,\"limits\":[{\"action\":\"redeemCoupon\",\"limit\":9,\"entities\":[\"Profile\"]}]"));
        _known["couponValue"] = "RESERVED";
        await CreateAsync("achievementId", "/v1/applications/{application}/campaigns/{campaignId}/achievements", """
            {"name":"collector","title":"Collector","description":"Buy five times","target":5,"period":"1Y","periodEndOverride":{"month":1,"dayOfMonth":1,"hour":0,"minute":0,"second":0},"recurrencePolicy":"on_expiration","activationPolicy":"user_action"}
            """);
        await CampaignAsync(all, """[["setDiscount","Whole cart",1],["setDiscountPerItem","Each",1,[".","Session","CartItems"],{"prorate":true}],["setDiscountPerBundle","Pairs",1,["bundles",["take",[".","Session","CartItems"],2]]],["addFreeItem","mug-1","A mug"]]""");
        await CampaignAsync(all, """[["setDiscountPerAdditionalCost","{wrapping}","Wrapping",1],["setDiscountPerAdditionalCostPerItem","{wrapping}","Each wrapping",0.1,["filter",[".","Session","CartItems"],[["Item"],["=",[".","Item","SKU"],"rdbs-1111"]]]]]""");
        await CampaignAsync(all, """[["addLoyaltyPoints","{stars}","",[".","Session","Total"],"Points"],["addLoyaltyPoints","{stars}","later",7,"Points later",{"pending":"on_action","validity":"10D"}],["deductLoyaltyPoints","{stars}","",10,"Spent"]]""");
        await CampaignAsync("""["=",[".","Session","PaymentMethod"],"earn"]""", """[["addLoyaltyPoints","{stars}","",[".","Session","Total"],"Points"]]""");
        await CampaignAsync("""["=",[".","Session","PaymentMethod"],"card"]""", """[["addLoyaltyPoints","{cards}","",[".","Session","Total"],"Points"],["deductLoyaltyPoints","{cards}","",5,"Spent"]]""");
        await CampaignAsync("""["=",[".","Session","PaymentMethod"],"expiry"]""", """[["extendLoyaltyPointsExpiry","{stars}","","30D"],["setLoyaltyPointsExpiry","{stars}","","2998-01-01T00:00:00Z"]]""");
        await CampaignAsync(all, """[["awardGiveaway","{tickets}","A ticket"],["createCoupon",{campaignId},{"recipient":[".","Profile","IntegrationId"],"usageLimit":1}],["createReferral",{referralCampaignId},{"usageLimit":3}],["reserveCoupon","SPRING"]]""");
        await CampaignAsync(all, """[["updateAttribute","Session.Attributes.ShippingCity","Berlin"],["addToAudience",{audienceId}],["increaseAchievementProgress","collector",1]]""");
        await CampaignAsync("""["=",[".","Session","PaymentMethod"],"leave"]""", """[["removeFromAudience",{audienceId}]]""");
        await CampaignAsync(all, """[["showNotification","Info","Hello","You"],["triggerWebhook","{hook}",{}],["customEffect","{badge}",{"level":3}]]""");
        await CampaignAsync("""["=",[".","Session","PaymentMethod"],"broken"]""", """[["setDiscount","Broken",["/",1,["-",[".","Session","Total"],[".","Session","Total"]]]]]""");
        await CampaignAsync("""["and",["profileInAudience",{audienceId}],[">",[".","Session","Total"],1000000]]""", """[["showNotification","Info","Rich","You"]]""");
        await CampaignAsync("""["and",["eventTypeIs","{survey}"],[">",[".","Event","Attributes","{rating}"],2]]""", """[["showNotification","Info","Thanks","For the answer"],["addLoyaltyPoints","{stars}","",1,"Survey"],["awardGiveaway","{tickets}","A ticket"],["increaseAchievementProgress","collector",1]]""");
    }

    private async Task SetUpCustomersAsync()
    {
        foreach (var name in new[] { "{anna}", "{bert}", "{eva}", "{carl}" })
            await IntegrateAsync("PUT", $"/v2/customer_profiles/{name}", """{"attributes":{"Name":"A Customer"}}""");
        await IntegrateAsync("POST", "/v2/customer_audiences", """{"data":[{"action":"add","profileIntegrationId":"{bert}","audienceId":{audienceId}}]}""", 204);
        foreach (var name in new[] { "{anna}", "{carl}" })
            await ManageAsync("PUT", $"/v1/loyalty_programs/{{loyaltyProgramId}}/profile/{name}/add_points", """{"points":500}""", 204);
        _known["loyaltyCardId"] = (await IntegrateAsync("POST", "/v1/loyalty_programs/{cardProgramId}/cards", """{"customerProfileIds":["{anna}"]}""")).GetProperty("identifier").GetString()!;
        await ManageAsync("PUT", "/v1/loyalty_programs/{cardProgramId}/cards/{loyaltyCardId}/add_points", """{"points":50,"subledgerId":"gold"}""", 204);
        await ManageAsync("PUT", "/v1/loyalty_programs/{cardProgramId}/cards/{loyaltyCardId}/add_points", """{"points":50,"validityDuration":"30D"}""", 204);
        _known["referral"] = (await IntegrateAsync("POST", "/v1/referrals", """{"campaignId":{referralCampaignId},"advocateProfileIntegrationId":"{eva}","usageLimit":5}""", 201)).GetProperty("code").GetString()!;
        _known["integrationId"] = _known["anna"];
        _known["customerSessionId"] = "full";
        await IntegrateAsync("PUT", "/v1/catalogs/{catalogId}/sync", """{"actions":[{"type":"ADD","payload":{"sku":"sneaker","price":80,"product":{"name":"Sneakers"}}}]}""");
    }

    private async Task<long> CampaignAsync(string condition, string effects, string more = "", string limits = "[]") =>
        await Shop.CreateCampaignAsync(Fill(condition), Fill(effects), limits: limits, more: Fill(more));

    private async Task ImportAsync(string target, string file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "upFile", "file.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, _baseUrl + Fill(target)) { Content = form };
        request.Headers.TryAddWithoutValidation("Authorization", $"ManagementKey-v1 {ServerFixture.ManagementKey}");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();
}
