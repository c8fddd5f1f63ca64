using System.Text.Json;

namespace Talon.Server.Tests;

/// <summary>Attributes that rules change, over several updates of one session.</summary>
public sealed class RuleAttributeTests(ServerFixture server)
{
    [Fact]
    public async Task Attributes_of_lines_are_set_on_whatever_lines_are_sent()
    {
        var shop = await server.CreateShopAsync();
        var attribute = await shop.CreateAttributeAsync("CartItem");
        await shop.CreateCampaignAsync("""["and",true]""", $"""[["updateItemAttribute","{attribute}","set",[".","Item","Sku"],[".","Session","CartItems"]]]""");
        foreach (var skus in new[] { "a,b", "a,b", "x,a,b" })
        {
            var items = skus.Split(',').Select(sku => $$"""{"sku":"{{sku}}","quantity":1,"price":1}""");
            var reply = await UpdateAsync(shop, $"\"cartItems\":[{string.Join(',', items)}]");
            Assert.Equal(skus, Marked(reply, attribute));
            Assert.Equal(skus, string.Join(',', reply.GetProperty("effects").EnumerateArray().Select(effect => effect.GetProperty("props").GetProperty("value").GetString())));
        }

        Assert.Equal("x,a,b", Marked(await UpdateAsync(shop, "\"state\":\"closed\""), attribute));
    }

    [Fact]
    public async Task An_attribute_is_increased_once_from_each_value_that_is_sent()
    {
        var shop = await server.CreateShopAsync();
        var attribute = await shop.CreateAttributeAsync("CustomerSession", "number");
        await shop.CreateCampaignAsync("""["and",true]""", $"""[["updateAttribute","Session.Attributes.{attribute}","increase",1]]""");
        foreach (var (sent, expected) in new (int?, int)[] { (5, 6), (null, 6), (5, 6), (8, 9), (null, 9) })
        {
            var reply = await UpdateAsync(shop, sent is null ? "\"identifiers\":[]" : $"\"attributes\":{{\"{attribute}\":{sent}}}");
            Assert.Equal(expected, reply.GetProperty("customerSession").GetProperty("attributes").GetProperty(attribute).GetInt32());
            Assert.Equal(expected, Assert.Single(reply.GetProperty("effects").EnumerateArray()).GetProperty("props").GetProperty("value").GetInt32());
        }
    }

    [Fact]
    public async Task Coupons_and_referrals_are_told_as_rules_have_just_changed_them_also_when_others_are_entered()
    {
        var shop = await server.CreateShopAsync();
        var (ofCoupon, ofReferral) = (await shop.CreateAttributeAsync("Coupon"), await shop.CreateAttributeAsync("Referral"));
        var campaign = await shop.CreateCampaignAsync(
            """["and",["couponValid"],["referralValid"]]""", $"""[["updateAttribute","Coupon.Attributes.{ofCoupon}","seen"],["updateAttribute","Referral.Attributes.{ofReferral}","seen"]]""");
        await shop.CreateCouponAsync(campaign, "first1");
        foreach (var advocate in new[] { "ann", "ben" })
        {
            var referral = (await shop.Api.PostAsync("/v1/referrals", $"{{\"campaignId\":{campaign},\"advocateProfileIntegrationId\":\"{advocate}\"}}")).Expect(201).Json.GetProperty("code").GetString();
            var session = $"\"profileId\":\"friend\",\"couponCodes\":[\"first1\"],\"referralCode\":\"{referral}\"";
            var reply = (await shop.PutSessionAsync("s", session, more: ",\"responseContent\":[\"coupons\",\"referral\"]")).Expect(200).Json;
            if (advocate == "ann")
                Assert.Equal("seen", reply.GetProperty("coupons")[0].GetProperty("attributes").GetProperty(ofCoupon).GetString());
            Assert.Equal("seen", reply.GetProperty("referral").GetProperty("attributes").GetProperty(ofReferral).GetString());
        }
    }

    private static async Task<JsonElement> UpdateAsync(Shop shop, string session) =>
        (await shop.PutSessionAsync("s", session, more: ",\"responseContent\":[\"customerSession\"]")).Expect(200).Json;

    private static string Marked(JsonElement reply, string attribute) => string.Join(
        ',', reply.GetProperty("customerSession").GetProperty("cartItems").EnumerateArray().Select(item => item.GetProperty("attributes").GetProperty(attribute).GetString()));
}
