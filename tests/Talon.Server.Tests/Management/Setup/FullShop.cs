using System.Text.Json;

namespace Talon.Server.Tests;

/// <summary>An Application with something of every kind, set up by single calls, whose rules name things by their ids.</summary>
internal static class FullShop
{
    /// <summary>Sets it up; returns its path.</summary>
    public static async Task<string> CreateAsync(ManagementWorld world)
    {
        // Ids that no other account gives to the same things.
        await world.ApplicationAsync(""","description":"another" """);
        var application = await world.ApplicationAsync(""","limits":[{"action":"setDiscount","limit":1000.50,"entities":[]}],"enableCascadingDiscounts":true""");
        await world.PutAsync(application, """
            {"name":"Full shop","description":"d","timezone":"Europe/Berlin","currency":"EUR","caseSensitivity":"insensitive-uppercase","limits":[{"action":"setDiscount","limit":1000.50,"entities":[]}],
             "enableCascadingDiscounts":true,"enableFlattenedCartItems":true,"enablePartialDiscounts":true,"defaultDiscountScope":"cartItems","defaultDiscountAdditionalCostPerItemScope":"itemTotal",
             "sandbox":true,"allowedIpRanges":["10.0.0.0/8"],"enableAccessLogs":false,"bestPriorPriceSettings":{"enableBestPriorPrice":true}}
            """);
        var catalog = ManagementWorld.Id(await world.PostAsync("/v1/catalogs", """{"name":"Wares","description":"All that is sold","subscribedApplicationsIds":[]}"""));
        await world.PostAsync("/v1/attributes", """{"entity":"Campaign","name":"owner","title":"Owner","type":"string","description":"Who looks after it","suggestions":["ann","bob"],"restrictedBySuggestions":true,"editable":true}""");
        await world.PostAsync("/v1/attributes", """{"entity":"CartItem","name":"colour","title":"Colour","type":"(list string)","description":"","suggestions":[],"editable":true,"subscribedCatalogsIds":[CATALOG],"allowedSubscriptions":["application","catalog"]}""".Replace("CATALOG", catalog, StringComparison.Ordinal));
        await world.PostAsync("/v1/attributes", """{"entity":"Event","eventType":"survey","name":"score","title":"Score","type":"number","description":"","suggestions":[],"editable":true}""");
        await world.PostAsync("/v1/attributes", $$"""{"entity":"Store","name":"size","title":"Size","type":"number","description":"","suggestions":[],"editable":true,"subscribedApplicationsIds":[{{application.Split('/')[^1]}}]}""");
        var cost = ManagementWorld.Id(await world.PostAsync("/v1/additional_costs", """{"name":"shipping","title":"Shipping","description":"","type":"both"}"""));
        await world.PostAsync("/v1/custom_effects", """{"applicationIds":[],"name":"print","title":"Print","payload":"{\"n\": ${n}}","description":"d","isPerItem":false,"enabled":true,"params":[{"type":"number","title":"n","ui":{}}]}""");
        await world.PostAsync("/v1/webhooks", """
            {"applicationIds":[],"title":"Tell the CRM","description":"d","draft":false,"verb":"POST","url":"crm.example.com/${n}","headers":["Content-Type: application/json","Authorization: Bearer of-nobody"],
             "payload":"{\"n\": ${n}}","params":[{"type":"number","title":"n","ui":{}}],"enabled":true}
            """);
        var pool = ManagementWorld.Id(await world.PostAsync("/v1/giveaways/pools", """{"name":"Gift cards","description":"d","sandbox":true}"""));
        var program = ManagementWorld.Id(await world.PostAsync("/v1/loyalty_programs", """{"name":"points","title":"Points","defaultValidity":"1Y","defaultPending":"immediate","allowSubledger":true,"sandbox":true,"timezone":"Europe/Berlin","tiers":[{"name":"Gold","minPoints":300.50},{"name":"Silver","minPoints":100}],"returnPolicy":"only_pending","description":"d","programJoinPolicy":"points_earned","tiersExpirationPolicy":"tier_start_date","tiersExpireIn":"1Y","tiersDowngradePolicy":"one_down"}"""));
        await world.Account.Audiences.CreateAsync(new() { Name = "Travellers", Integration = "mparticle", IntegrationId = "a-1" });
        var store = ManagementWorld.Id(await world.PostAsync($"{application}/stores", """{"name":"Mitte","description":"d","integrationId":"b1","attributes":{"size":12.50}}"""));
        var outer = ManagementWorld.Id(await world.PostAsync($"{application}/evaluation_groups", """{"name":"seasonal","description":"d","evaluationMode":"stackable"}"""));
        var inner = ManagementWorld.Id(await world.PostAsync($"{application}/evaluation_groups", $$"""{"name":"best","evaluationMode":"highestDiscount","evaluationScope":"cartItem","parentId":{{outer}}}"""));
        var collection = ManagementWorld.Id(await world.PostAsync("/v1/collections", """{"name":"Shoes: more","description":"What is worn on feet"}"""));
        await world.SendAsync("POST", $"/v1/collections/{collection}/import", "item\nboot\nclog\n\"wide, boot\"\n", 200, "text/csv");
        var target = await world.CampaignAsync(application, ""","couponSettings":{"validCharacters":["A","B"],"couponPattern":"X-####"}""");
        var campaign = await world.CampaignAsync(application);
        var map = ManagementWorld.Id(await world.PostAsync($"{campaign}/value_maps", """{"name":"prices","entries":{"sku":1.50,"a":2}}"""));
        await world.PostAsync($"{campaign}/collections", """{"name":"own","description":"d"}""");
        await world.PutAsync(campaign, $$"""{"name":"Winter: 20 % off!","description":"All of it","tags":["b","c"],"limits":[{"action":"redeemCoupon","limit":5,"period":"daily","entities":["Profile"]}],"attributes":{"owner":"ann"},"linkedStoreIds":[{{store}}],"evaluationGroupId":{{inner}},"evaluationPosition":3,"reevaluateOnReturn":true,"startTime":"2026-01-01T00:00:00Z","endTime":"2036-01-01T00:00:00Z","features":["coupons","referrals"],"referralSettings":{"validCharacters":["A","B"],"couponPattern":"R-####"},"couponSettings":{"validCharacters":["A","B"],"couponPattern":"C-####"} }""");
        var achievement = ManagementWorld.Id(await world.PostAsync($"{campaign}/achievements", """{"name":"Ten","title":"Ten orders","description":"Order ten times","target":10.50,"period":"1Y","periodEndOverride":{"month":12,"dayOfMonth":31,"hour":23,"minute":59,"second":59 },"recurrencePolicy":"on_expiration","activationPolicy":"fixed_schedule","fixedStartDate":"2026-01-01T00:00:00Z","endDate":"2036-01-01T00:00:00Z","allowRollbackAfterCompletion":true}"""));
        await world.PostAsync($"{campaign}/rulesets", $$"""
            {"rules":[{"title":"all of it",
              "condition":["and",["storeIs",{{store}}],["profileInAudience","Travellers"],["inCollection","boot",{{collection}}],["inCollection","x","own"]],
              "effects":[["increaseAchievementProgress",{{achievement}},1],["setDiscountPerAdditionalCost",{{cost}},"off",2.50],["createCoupon",{{target.Split('/')[^1]}}],["customEffect","print",{"n":1}],["triggerWebhook","Tell the CRM",{"n":1}],["awardGiveaway",{{pool}},"gift"],["addLoyaltyPoints",{{program}},"",5,"points"],["setDiscount","m",["mapValue",{{map}},"sku"]]]}],
             "bindings":[{"name":"total","expression":[".","Session","Total"]}],"activate":true}
            """);
        return application;
    }

    /// <summary>The set-up as a document without white space.</summary>
    public static async Task<string> SetupAsync(ManagementWorld world, string application) => JsonSerializer.Serialize(await world.GetAsync(application + "/setup"));
}
