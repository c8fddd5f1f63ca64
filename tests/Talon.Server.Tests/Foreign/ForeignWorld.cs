using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>An Application with one of everything that belongs to it alone; whatever it says carries a secret.</summary>
internal sealed partial class ForeignWorld
{
    private readonly Dictionary<string, object> _ids;

    private ForeignWorld(Shop owner, string secret, Dictionary<string, object> ids) => (Owner, Secret, _ids) = (owner, secret, ids);

    public Shop Owner { get; }

    /// <summary>Stands in all that is the owner's.</summary>
    public string Secret { get; }

    public static async Task<ForeignWorld> CreateAsync(ServerFixture server)
    {
        var owner = await server.CreateShopAsync();
        var (management, secret) = (server.Management, Shop.NewId("secret"));
        var application = string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{owner.Id}");
        var only = string.Create(CultureInfo.InvariantCulture, $",\"subscribedApplicationsIds\":[{owner.Id}]");
        var campaign = await owner.CreateCampaignAsync();
        var coupon = (await management.PostAsync($"{application}/campaigns/{campaign}/coupons?silent=no", $$"""{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"{{secret}}"}""")).Expect(200).Json.GetProperty("data")[0];
        var audience = (await owner.Api.PostAsync("/v2/audiences", $$"""{"name":"{{secret}}"{{only}}}""")).Expect(201).Json;
        var catalog = (await management.PostAsync("/v1/catalogs", $$"""{"name":"{{secret}}","description":""{{only}}}""")).Expect(201).Json;
        var store = (await management.PostAsync($"{application}/stores", $$"""{"name":"{{secret}}","description":"","integrationId":"{{secret}}"}""")).Expect(201).Json;
        (await owner.PutSessionAsync(secret, $"{Shop.Cart},\"profileId\":\"{secret}\",\"attributes\":{{\"ShippingCity\":\"{secret}\"}},\"couponCodes\":[\"{secret}\"],\"state\":\"closed\"")).Expect(200);
        (await owner.Api.PostAsync($"/v1/coupon_reservations/{secret}", $$"""{"integrationIDs":["{{secret}}"]}""")).Expect(201);
        (await owner.Api.PostAsync("/v2/customer_audiences", $$"""{"data":[{"action":"add","profileIntegrationId":"{{secret}}","audienceId":{{Id(audience)}}}]}""")).Expect(204);
        return new ForeignWorld(owner, secret, new Dictionary<string, object>
        {
            ["applicationId"] = owner.Id,
            ["campaignId"] = campaign,
            ["couponId"] = Id(coupon),
            ["audienceId"] = Id(audience),
            ["catalogId"] = Id(catalog),
            ["storeId"] = Id(store),
            ["customerSessionId"] = secret,
            ["couponValue"] = secret,
            ["connectedSessionId"] = secret,
            ["couponCodes"] = secret,
            ["storeIntegrationId"] = secret,
        });
    }

    /// <summary>The path of an operation with the owner's ids; ids that the owner has none of are unknown ones.</summary>
    public string Path(Operation operation, IReadOnlyDictionary<string, object>? others = null) => Placeholder().Replace(
        operation.Path,
        match => Uri.EscapeDataString(Convert.ToString(others?.GetValueOrDefault(match.Groups[1].Value) ?? _ids.GetValueOrDefault(match.Groups[1].Value) ?? Unknown(operation, match.Groups[1].Value), CultureInfo.InvariantCulture)!));

    /// <summary>A body with the owner's ids.</summary>
    public string? Body(Operation operation) => new SampleBody(_ids).Of(operation);

    /// <summary>All that the owner sees of its own.</summary>
    public async Task<string> SnapshotAsync()
    {
        var answers = new[]
        {
            await Owner.Api.GetAsync($"/v2/customer_sessions/{Secret}"),
            await Owner.Api.GetAsync($"/v1/customer_profiles/{Secret}/inventory?coupons=true&referrals=true&giveaways=true"),
            await Owner.Api.GetAsync($"/v1/coupon_reservations/customerprofiles/{Secret}"),
            await Owner.Api.GetAsync("/v1/integration/campaigns"),
        };
        return string.Join('\n', answers.Select(answer => answer.Expect(200).Text));
    }

    /// <summary>Whether a path names something that belongs to the owner alone.</summary>
    public bool Names(Operation operation) => Placeholder().Matches(operation.Path).Any(match => match.Groups[1].Value != "applicationId" && _ids.ContainsKey(match.Groups[1].Value));

    private static object Unknown(Operation operation, string name) =>
        operation.Parameters.First(parameter => parameter.Name == name).Schema is IntegerSchema ? 999_999_999L : Shop.NewId("unknown");

    private static long Id(JsonElement entity) => entity.GetProperty("id").GetInt64();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
