using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.Server.Tests;

/// <summary>A shop that an earlier version served, as it left it, and what it answered then.</summary>
internal sealed class OldShop
{
    public const string ManagementKey = "management-key-of-the-tests";

    private const string AnswerFile = "answers.json";

    private OldShop(string apiKey, JsonObject answers) => (ApiKey, Answers) = (apiKey, answers);

    /// <summary>The shop's key of the Integration API.</summary>
    public string ApiKey { get; }

    /// <summary>What it answered, by the target asked for.</summary>
    public JsonObject Answers { get; }

    /// <summary>The folders that are kept, by name.</summary>
    public static IEnumerable<string> Kept => Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order();

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Hosting", "OldData", "Kept");

    /// <summary>Copies a folder that is kept to where a server may write, and tells what it answered.</summary>
    public static OldShop Copy(string name, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, name)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var said = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, AnswerFile)))!;
        return new((string)said["apiKey"]!, said["answers"]!.AsObject());
    }

    /// <summary>Has this version serve a shop in a folder, and leaves there what is to be kept.</summary>
    public static async Task MakeAsync(string folder)
    {
        using var http = new HttpClient();
        await using var server = await ServerProcess.StartAsync(folder, "--management-key", ManagementKey);
        var management = new ApiClient(http, server.BaseUrl, $"ManagementKey-v1 {ManagementKey}");
        var shop = await Shop.CreateAsync(http, server.BaseUrl, management);
        var targets = await FillAsync(shop, management);
        var answers = new JsonObject();
        foreach (var target in targets)
            answers[target] = JsonNode.Parse((await ClientOf(target, shop.Api, management).GetAsync(target)).Expect(200).Text);
        await File.WriteAllTextAsync(Path.Combine(folder, AnswerFile), new JsonObject { ["apiKey"] = shop.Key, ["answers"] = answers }.ToJsonString());
        Assert.Equal(0, await server.TerminateAsync());
    }

    /// <summary>Who asks for a target: the Integration API's profiles, sessions and points are asked for with its key.</summary>
    public static ApiClient ClientOf(string target, ApiClient api, ApiClient management) =>
        target.Contains("/customer_", StringComparison.Ordinal) || target.Contains("/profile/", StringComparison.Ordinal) || target.Contains("/coupon_reservations/", StringComparison.Ordinal) ? api : management;

    private static async Task<IReadOnlyList<string>> FillAsync(Shop shop, ApiClient management)
    {
        var colour = await shop.CreateAttributeAsync("CartItem");
        var program = await IdAsync(management, "/v1/loyalty_programs", $$"""{"name":"stars","title":"Stars","defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":true,"sandbox":true,"timezone":"UTC","subscribedApplications":[{{shop.Id}}],"tiers":[{"name":"Silver","minPoints":100}]}""");
        var catalog = await IdAsync(management, "/v1/catalogs", $$"""{"name":"Wares","description":"All","subscribedApplicationsIds":[{{shop.Id}}]}""");
        await management.PostAsync("/v1/additional_costs", """{"name":"shipping","title":"Shipping","description":"","type":"both"}""");
        await management.PostAsync("/v1/custom_effects", """{"applicationIds":[],"name":"print","title":"Print","payload":"{\"n\": ${n}}","enabled":true,"params":[{"type":"number","title":"n"}]}""");
        await management.PostAsync("/v1/event_types", """{"title":"Survey","name":"survey"}""");
        await management.PostAsync("/v1/giveaways/pools", """{"name":"Gift cards","sandbox":true}""");
        await management.PostAsync("/v1/collections", """{"name":"Shoes"}""");
        await management.PostAsync($"/v1/applications/{shop.Id}/stores", """{"name":"Mitte","description":"","integrationId":"b1"}""");
        await management.PostAsync("/v1/webhooks", """{"applicationIds":[],"title":"Tell","draft":false,"verb":"POST","url":"crm.example.com/${n}","headers":[],"payload":"{}","params":[{"type":"number","title":"n"}],"enabled":true}""");
        var audience = await IdAsync(shop.Api, "/v2/audiences", """{"name":"Travellers","integration":"mparticle","integrationId":"a-1"}""");
        var coupons = await shop.CreateCampaignAsync(limits: """[{"action":"setDiscount","limit":100000,"entities":[],"period":"monthly"}]""");
        await shop.CreateCampaignAsync("""[">",[".","Session","Total"],0]""", """[["addLoyaltyPoints","stars","",[".","Session","Total"],"Points"],["customEffect","print",{"n":1}],["setDiscountPerItem","each",1,[".","Session","CartItems"]]]""");
        var friends = await shop.CreateCampaignAsync("""["referralValid"]""", """[["setDiscount","friend",5]]""");
        await shop.CreateCouponAsync(coupons, "KEPT1", usageLimit: 1);
        await shop.CreateCouponAsync(coupons, "KEPT2", usageLimit: 5);

        (await shop.Api.PutAsync($"/v1/catalogs/{catalog}/sync", $$$"""{"actions":[{"type":"ADD","payload":{"sku":"boot","price":80.50,"product":{"name":"Boots"},"attributes":{"{{{colour}}}":"red"} } }]}""")).Expect(200);
        (await shop.Api.PutAsync("/v2/customer_profiles/anna", $$"""{"attributes":{"Name":"Anna"},"audiencesChanges":{"adds":[{{audience}}],"deletes":[]} }""")).Expect(200);
        (await shop.Api.PostAsync("/v1/coupon_reservations/KEPT2", """{"integrationIDs":["anna"]}""")).Expect(201);
        (await shop.Api.PostAsync("/v1/referrals", $$"""{"campaignId":{{friends}},"advocateProfileIntegrationId":"anna"}""")).Expect(201);
        (await shop.PutSessionAsync("open", $"{Shop.Cart},\"profileId\":\"anna\",\"couponCodes\":[\"KEPT2\"]")).Expect(200);
        (await shop.PutSessionAsync("closed", $"{Shop.Cart},\"profileId\":\"anna\",\"couponCodes\":[\"KEPT1\"],\"state\":\"closed\",\"additionalCosts\":{{\"shipping\":{{\"price\":4.90}}}}")).Expect(200);
        (await shop.PutSessionAsync("large", "\"profileId\":\"anna\",\"state\":\"closed\",\"cartItems\":[{\"sku\":\"boot\",\"quantity\":300}]")).Expect(200);
        (await shop.PutSessionAsync("returned", $"{Shop.Cart},\"profileId\":\"anna\",\"state\":\"closed\"")).Expect(200);
        (await shop.PutSessionAsync("again", $"{Shop.Cart},\"profileId\":\"anna\",\"state\":\"closed\"")).Expect(200);
        (await shop.Api.PostAsync("/v2/customer_sessions/returned/returns", """{"return":{"returnedCartItems":[{"position":1,"quantity":1}]}}""")).Expect(200);
        (await shop.Api.PostAsync("/v2/events", """{"profileId":"anna","type":"survey","attributes":{}}""")).Expect(204);
        return
        [
            "/v2/customer_sessions/open", "/v2/customer_sessions/closed", "/v2/customer_sessions/large", "/v2/customer_sessions/returned",
            "/v1/customer_profiles/anna/inventory?profile=true&referrals=true&coupons=true&loyalty=true&giveaways=true&achievements=true", $"/v1/loyalty_programs/{program}/profile/anna/balances", $"/v1/loyalty_programs/{program}/profile/anna/transactions",
            "/v1/coupon_reservations/customerprofiles/KEPT2", $"/v1/catalogs/{catalog}/items", $"/v1/applications/{shop.Id}", $"/v1/applications/{shop.Id}/campaigns", $"/v1/applications/{shop.Id}/campaigns/{coupons}/rulesets", $"/v1/applications/{shop.Id}/stores", $"/v1/applications/{shop.Id}/campaigns/{coupons}/coupons/no_total",
            "/v1/attributes?kind=custom", "/v1/webhooks", "/v1/audiences",
        ];
    }

    private static async Task<long> IdAsync(ApiClient client, string target, string body) => (await client.PostAsync(target, body)).Expect(201).Json.GetProperty("id").GetInt64();
}
