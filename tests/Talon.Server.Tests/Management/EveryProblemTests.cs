using System.Text.Json;
using Talon.Storage;

namespace Talon.Server.Tests;

/// <summary>What is wrong with a body's shape, and what stored data speaks against, is refused in one answer.</summary>
public sealed class EveryProblemTests
{
    public static TheoryData<string, string, string, string[]> Writes => new()
    {
        { "POST", "/v1/collections", """{"name":"brands","description":7,"subscribedApplicationsIds":[1,99]}""", ["/description Invalid type", "/subscribedApplicationsIds/1 Unknown"] },
        { "PUT", "/v1/collections/1", """{"name":"others","description":7,"subscribedApplicationsIds":[99]}""", ["/description Invalid type", "/name Invalid", "/subscribedApplicationsIds/0 Unknown"] },
        { "POST", "/v1/additional_costs", """{"name":"9","title":"Fee","description":"","subscribedApplicationsIds":[99]}""", ["/name pattern", "/subscribedApplicationsIds/0 Unknown"] },
        { "PUT", "/v1/additional_costs/1", """{"name":"other","title":7,"description":"","subscribedApplicationsIds":[1,99]}""", ["/title Invalid type", "/name Invalid", "/subscribedApplicationsIds/1 Unknown"] },
        { "POST", "/v1/giveaways/pools", """{"sandbox":"no","name":"codes","subscribedApplicationsIds":[99]}""", ["/sandbox Invalid type", "/subscribedApplicationsIds/0 Unknown"] },
        { "PUT", "/v1/giveaways/pools/1", """{"sandbox":false,"name":"","subscribedApplicationsIds":[99]}""", ["/name minLength", "/subscribedApplicationsIds/0 Unknown"] },
        { "POST", "/v1/catalogs", """{"name":"","description":"","subscribedApplicationsIds":[99]}""", ["/name minLength", "/subscribedApplicationsIds/0 Unknown"] },
        { "POST", "/v1/custom_effects", """{"applicationIds":[99],"name":"print","title":"Print","payload":"{}","enabled":"yes"}""", ["/enabled Invalid type", "/applicationIds/0 Unknown"] },
        { "POST", "/v1/webhooks", """{"applicationIds":[99],"title":"Hook","verb":"SEND","url":"https://example.com","draft":false,"headers":[],"payload":"","params":[],"enabled":true}""", ["/verb enum", "/applicationIds/0 Unknown"] },
        { "POST", "/v1/loyalty_programs", """{"title":7,"name":"club","timezone":"Nowhere","subscribedApplications":[99],"defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":false,"sandbox":false}""", ["/title Invalid type", "/timezone Invalid", "/subscribedApplications/0 Unknown"] },
        { "POST", "/v1/attributes", """{"entity":"Event","name":"seen","title":"Seen","type":"string","description":"","suggestions":[],"editable":1,"subscribedApplicationsIds":[99]}""", ["/editable Invalid type", "/eventType Invalid", "/subscribedApplicationsIds/0 Unknown"] },
        { "POST", "/v1/event_types", """{"title":7,"name":"talon_session_closed"}""", ["/title Invalid type", "/name Invalid"] },
        { "PUT", "/v1/applications/1", """{"name":"","timezone":"Nowhere","currency":"EUR","attributes":{"none":1}}""", ["/name minLength", "/timezone Invalid", "/attributes/none Unknown"] },
        { "POST", "/v1/applications/1/apikeys", """{"title":7,"expires":"2001-01-01T00:00:00Z"}""", ["/title Invalid type", "/expires Invalid"] },
        { "POST", "/v1/applications/1/stores", """{"name":"","description":"","integrationId":"b","attributes":{"none":1}}""", ["/name minLength", "/attributes/none Unknown"] },
        { "POST", "/v1/applications/1/evaluation_groups", """{"name":7,"evaluationMode":"listOrder","parentId":99}""", ["/name Invalid type", "/parentId Unknown"] },
        { "POST", "/v1/applications/1/campaigns", """{"name":"","state":"enabled","tags":[],"features":[],"limits":[],"attributes":{"none":1},"linkedStoreIds":[99]}""", ["/name minLength", "/attributes/none Unknown", "/linkedStoreIds/0 Unknown"] },
        { "PUT", "/v1/applications/1/campaigns/1", """{"name":"summer","tags":7,"limits":[],"activeRulesetId":99}""", ["/tags Invalid type", "/activeRulesetId Unknown"] },
        { "POST", "/v1/applications/1/campaigns/1/copy", """{"applicationIds":[1,99],"name":7}""", ["/name Invalid type", "/applicationIds/1 Unknown"] },
        { "POST", "/v1/applications/1/campaigns/1/rulesets", """{"rules":[{"title":"rule","condition":["couponValid"],"effects":[["setDiscount","10 off","ten"]]}],"bindings":7}""", ["/bindings Invalid type", "/rules/0/effects/0/2 Invalid ruleset"] },
        { "POST", "/v1/applications/1/campaigns/1/collections", """{"name":"","description":"x"}""", ["/name minLength"] },
        { "POST", "/v1/applications/1/campaigns/1/achievements", """{"name":"steps","title":7,"description":"","target":0,"period":"sometimes"}""", ["/title Invalid type", "/target Invalid", "/period Invalid"] },
        { "POST", "/v1/applications/1/campaigns/1/coupons", """{"usageLimit":-1,"numberOfCoupons":1,"attributes":{"none":1},"limits":[{"action":"redeemCoupon","limit":1,"entities":["Coupon"]}]}""", ["/usageLimit minimum", "/attributes/none Unknown", "/limits/0/entities Invalid"] },
        { "POST", "/v1/applications/1/campaigns/1/coupons_async", """{"usageLimit":-1,"numberOfCoupons":1,"attributes":{"none":1}}""", ["/usageLimit minimum", "/attributes/none Unknown"] },
    };

    [Theory, MemberData(nameof(Writes))]
    public async Task Both_kinds_are_in_one_answer(string method, string target, string body, string[] expected)
    {
        var store = new MemoryStore(TimeProvider.System);
        var world = await OpenAsync(store);
        var before = Stored(store);

        var refusal = await world.SendAsync(method, target, body, 400);

        Assert.Equal(expected.Order(StringComparer.Ordinal), ManagementWorld.Problems(refusal).Order(StringComparer.Ordinal));
        Assert.Equal(before, Stored(store));
    }

    [Fact]
    public async Task What_only_the_wrong_place_is_to_blame_for_is_not_reported()
    {
        var world = await OpenAsync(new MemoryStore(TimeProvider.System));

        // Whether an event type is wanted depends on the entity, whether the end is late enough on the beginning.
        var attribute = await world.PostAsync("/v1/attributes", """{"entity":"Evt","eventType":"seen","name":"x","title":"X","type":"string","description":"","suggestions":[],"editable":true}""", 400);
        var campaign = await world.PostAsync("/v1/applications/1/campaigns", """{"name":"c","state":"enabled","tags":[],"features":[],"limits":[],"startTime":"soon","endTime":"2030-01-01T00:00:00Z"}""", 400);

        Assert.Equal(["/entity enum"], ManagementWorld.Problems(attribute));
        Assert.Equal(["/startTime format"], ManagementWorld.Problems(campaign));
    }

    private static async Task<ManagementWorld> OpenAsync(MemoryStore store)
    {
        var world = await ManagementWorld.CreateAsync(store);
        await world.CampaignAsync(await world.ApplicationAsync());
        await world.PostAsync("/v1/collections", """{"name":"brands"}""");
        await world.PostAsync("/v1/additional_costs", """{"name":"shipping","title":"Shipping","description":""}""");
        await world.PostAsync("/v1/giveaways/pools", """{"sandbox":false,"name":"pool"}""");
        await world.PostAsync("/v1/loyalty_programs", """{"title":"Club","name":"bonus","timezone":"Europe/Berlin","subscribedApplications":[],"defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":true,"sandbox":false}""");
        return world;
    }

    private static string Stored(MemoryStore store) => string.Join('\n', store.Rows().Select(row => $"{row.Partition} {row.Row.Key} {row.Row.ETag}")) + JsonSerializer.Serialize(store.Messages().Count);
}
