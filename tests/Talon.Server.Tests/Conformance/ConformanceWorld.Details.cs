using System.Globalization;

namespace Talon.Server.Tests;

/// <summary>What makes answers tell the rarer of their members.</summary>
internal sealed partial class ConformanceWorld
{
    /// <summary>Sets up attributes, capped effects, codes that are rejected, an evaluation group, and an achievement with dates.</summary>
    public async Task SetUpDetailsAsync()
    {
        foreach (var entity in new[] { "CartItem", "Coupon", "Referral", "Campaign" })
            await ManageAsync("POST", "/v1/attributes", $$"""{"entity":"{{entity}}","name":"{colour}","title":"{colour}","type":"string","description":"","suggestions":[],"editable":true}""");
        await CreateAsync("stickerId", "/v1/custom_effects", """
            {"applicationIds":[{application}],"name":"{sticker}","title":"Sticker","payload":"{\"level\": ${level}}","isPerItem":true,"enabled":true,"params":[{"type":"number","title":"level","ui":{}}]}
            """);
        await CreateAsync("groupId", "/v1/applications/{application}/evaluation_groups", """{"name":"Best","evaluationMode":"highestDiscount"}""");
        await ManageAsync("POST", "/v1/applications/{application}/campaigns/{campaignId}/achievements", """
            {"name":"visits","title":"Visits","description":"Come once","target":1,"recurrencePolicy":"no_recurrence","activationPolicy":"fixed_schedule","fixedStartDate":"2020-01-01T00:00:00Z","endDate":"2998-01-01T00:00:00Z"}
            """);
        const string details = """["=",[".","Session","PaymentMethod"],"details"]""";
        const string codes = """{"validCharacters":["A","B"],"couponPattern":"CODE-########"}""";
        await CampaignAsync(
            details,
            """[["setDiscount","Capped",10,{"scope":"cartItems","partial":true}],["setDiscountPerItem","Each",10,[".","Session","CartItems"],{"scope":"price","partial":true}]]""",
            $",\"attributes\":{{\"{{colour}}\":\"red\"}},\"referralSettings\":{codes}",
            """[{"action":"setDiscount","limit":12,"entities":[]}]""");
        await CampaignAsync(details, """[["addLoyaltyPoints","{stars}","",10,"Few",{"pending":"1D","partial":true}]]""", "", """[{"action":"createLoyaltyPoints","limit":5,"entities":[]}]""");
        await CampaignAsync(details, """[["customEffect","{sticker}",[".","Session","CartItems"],{"level":1}],["increaseAchievementProgress","visits",1],["setDiscount","Grouped",1]]""", ",\"evaluationGroupId\":{groupId}");
        await RememberCodeAsync("NEVER", """["and",["couponValid"],[">",[".","Session","Total"],1000000]]""", """[["setDiscount","Never",1]]""");
        await RememberCodeAsync("POOR", """["couponValid"]""", """[["deductLoyaltyPoints","{stars}","",1000000,"Too much"]]""");
        var rejecting = await CampaignAsync("""["and",["referralValid"],[">",[".","Session","Total"],1000000]]""", """[["setDiscount","Never",1]]""");
        _known["rejected"] = (await IntegrateAsync("POST", "/v1/referrals", string.Create(CultureInfo.InvariantCulture, $$"""{"campaignId":{{rejecting}},"advocateProfileIntegrationId":"{eva}","attributes":{"{colour}":"red"} }"""), 201)).GetProperty("code").GetString()!;
        await IntegrateAsync("POST", "/v1/loyalty_programs/{loyaltyProgramId}/profile/{carl}/join", "");
    }

    /// <summary>Blocks the card.</summary>
    public Task BlockCardAsync() => ManageAsync("PUT", "/v1/loyalty_programs/{cardProgramId}/cards/{loyaltyCardId}", """{"status":"inactive","blockReason":"Lost"}""", 200);

    private async Task RememberCodeAsync(string code, string condition, string effects) =>
        await Shop.CreateCouponAsync(await CampaignAsync(condition, effects), code, more: Fill(",\"attributes\":{\"{colour}\":\"red\"}"));
}
