namespace Talon.Server.Tests;

/// <summary>Profiles, what they own, events and achievements.</summary>
internal static class CustomerCases
{
    private const string Blocks = "\"responseContent\":[\"customerProfile\",\"triggeredCampaigns\",\"loyalty\",\"event\",\"awardedGiveaways\",\"ruleFailureReasons\",\"achievements\"]";
    private const string Event = "\"profileId\":\"{anna}\",\"type\":\"{survey}\",\"attributes\":{\"{rating}\":3},\"storeIntegrationId\":\"mitte\"";

    public static IReadOnlyList<ConformanceCase> Cases { get; } =
    [
        new("updateCustomerProfileV2", 200, $$"""{"attributes":{"Name":"Anna"},"audiencesChanges":{"adds":[{audienceId}],"deletes":[]},{{Blocks}}}""", "?runRuleEngine=true"),
        new("updateCustomerProfileV2", 200, """{"attributes":{"Name":"Anna"}}"""),
        new("updateCustomerProfileV2", 200, """{"responseContent":["campaignEligibility"]}""", "?runRuleEngine=true&dry=true"),
        new("updateCustomerProfileV2", 400, """{"attributes":{"nosuch":1},"audiencesChanges":{"adds":[999999999],"deletes":[]},"responseContent":["loyalty"]}"""),
        new("updateCustomerProfileV2", 409, "{}", Ids: Customer("{bert}")) { IsRace = true },

        new("updateCustomerProfilesV2", 200, """{"customerProfiles":[{"integrationId":"{anna}","attributes":{"Name":"Anna"}},{"integrationId":"{bert}"}]}""", "?silent=no"),
        new("updateCustomerProfilesV2", 204, """{"customerProfiles":[{"integrationId":"{anna}"}]}"""),
        new("updateCustomerProfilesV2", 400, """{"customerProfiles":[{"attributes":{}}]}"""),
        new("updateCustomerProfilesV2", 409, """{"customerProfiles":[{"integrationId":"{bert}"}]}""") { IsRace = true, IdempotencyKey = "race" },

        new("getCustomerInventory", 200, Query: "?profile=true&referrals=true&coupons=true&loyalty=true&giveaways=true&achievements=true"),
        new("getCustomerInventory", 200, Query: "?referrals=true", Ids: Customer("{eva}")),
        new("getCustomerInventory", 404, Ids: Customer("nosuch")),

        new("getCustomerAchievements", 200, Query: "?achievementStatus=active&currentProgressStatus=inprogress%2Cnot_started"),
        new("getCustomerAchievements", 400, Query: "?achievementStatus=maybe"),
        new("getCustomerAchievements", 404, Ids: Customer("nosuch")),
        new("getCustomerAchievementHistory", 200, Query: "?progressStatus=inprogress"),
        new("getCustomerAchievementHistory", 404, Ids: ConformanceCase.Path("achievementId", "999999999")),

        new("trackEventV2", 200, $$"""{{{Event}},{{Blocks}}}""", "?silent=no"),
        new("trackEventV2", 200, $$"""{{{Event}},"responseContent":["campaignEligibility"]}""", "?silent=no&dry=true&forceCompleteEvaluation=true"),
        new("trackEventV2", 204, $$"""{{{Event}}}"""),
        new("trackEventV2", 400, """{"profileId":"{anna}","type":"talon_session_closed","attributes":{"nosuch":1}}"""),
        new("trackEventV2", 409, """{"profileId":"{bert}","type":"{survey}"}""") { IsRace = true },

        new("trackEventV3", 200, $$"""{{{Event}},"integrationId":"first","connectedSessionId":"full","responseContent":["customerProfile","triggeredCampaigns","loyalty","advancedEvent","awardedGiveaways","ruleFailureReasons"]}""", "?silent=no"),
        new("trackEventV3", 204, $$"""{{{Event}},"integrationId":"second"}"""),
        new("trackEventV3", 400, """{"profileId":"{anna}","type":"{survey}","integrationId":"third","connectedSessionId":"nosuch"}"""),
        new("trackEventV3", 409, $$"""{{{Event}},"integrationId":"first"}"""),
        new("trackEventV3", 409, """{"profileId":"{bert}","type":"{survey}","integrationId":"race"}""") { IsRace = true },
        new("getEventV3", 200, Ids: Customer("first")),
        new("getEventV3", 404, Ids: Customer("nosuch")),
    ];

    /// <summary>What comes last: customers who are erased.</summary>
    public static IReadOnlyList<ConformanceCase> Departures { get; } =
    [
        new("deleteCustomerData", 409, Ids: Customer("{bert}")) { IsRace = true },
        new("deleteCustomerData", 404, Ids: Customer("nosuch")),
        new("deleteCustomerData", 204, Ids: Customer("{leaver}")) { Before = world => world.IntegrateAsync("PUT", "/v2/customer_profiles/{leaver}", "{}") },
    ];

    private static IReadOnlyDictionary<string, string> Customer(string id) => ConformanceCase.Path("integrationId", id);
}
