using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class ReferralTests
{
    [Fact]
    public async Task A_referral_is_redeemed_when_the_session_closes()
    {
        var shop = await ReferralShop.OpenAsync();
        await shop.ReferAsync();
        Assert.Equal(["acceptReferral", "setDiscount"], ReferralShop.Types(await shop.UpdateAsync("s", state: SessionState.Open)));
        Assert.Equal(0, (await shop.ReadAsync()).UsageCounter);
        var closed = await shop.UpdateAsync("s");
        Assert.Equal((1L, "anna"), (closed.Referral!.UsageCounter, closed.Referral.AdvocateProfileIntegrationId));
        Assert.Equal(["ben"], closed.Referral.ReferredCustomers);
        Assert.Equal(["ben"], (await shop.ReadAsync()).ReferredCustomers);
    }

    [Fact]
    public async Task Creating_a_referral_makes_the_advocate_a_customer()
    {
        var shop = await ReferralShop.OpenAsync();
        await shop.ReferAsync();
        var profile = await shop.Shop.UpdateAsync(new ProfileUpdate { IntegrationId = "anna", RunRuleEngine = true, Include = ResponseContent.CustomerProfile | ResponseContent.Event });
        Assert.Equal("talon_profile_updated", profile.Event!.Type);
    }

    [Theory]
    [InlineData("nobody", "ben", "ReferralNotFound")]
    [InlineData("ANNA", "anna", "ReferralRecipientIdSameAsAdvocate")]
    [InlineData("CARL", "ben", "ReferralRecipientDoesNotMatch")]
    [InlineData("SOON", "ben", "ReferralStartDateInFuture")]
    [InlineData("OVER", "ben", "ReferralExpired")]
    [InlineData("REST", "ben", "ReferralPartOfNotRunningCampaign")]
    [InlineData("GONE", "ben", "AdvocateNotFound")]
    public async Task A_referral_is_rejected_with_its_reason(string code, string friend, string reason)
    {
        var shop = await ReferralShop.OpenAsync();
        await shop.Shop.WithCampaign(ReferralShop.TenOff, 2, campaign => campaign with { State = CampaignState.Disabled }).OpenAsync();
        await shop.ReferAsync();
        await shop.ReferAsync("CARL", change: request => request with { FriendProfileIntegrationId = "carl" });
        await shop.ReferAsync("SOON", change: request => request with { StartDate = Shop.Start.AddDays(1) });
        await shop.ReferAsync("OVER", change: request => request with { ExpiryDate = Shop.Start });
        await shop.ReferAsync("REST", campaign: 2);
        var gone = await shop.ReferAsync("GONE", "gone");
        var partition = Partitions.Profile("gone");
        await shop.Shop.Store.CommitAsync(partition, [Change.Delete(OwnerRows.Entity, (await shop.Shop.Store.ReadAsync(partition, OwnerRows.Entity))!.ETag)]);
        Assert.Equal(reason, ReferralShop.Rejection(await shop.UpdateAsync("s", friend, code: code)));
    }

    [Fact]
    public async Task A_friend_is_referred_once_whoever_refers()
    {
        var shop = await ReferralShop.OpenAsync();
        await shop.ReferAsync();
        await shop.ReferAsync("EVA", "eva");
        await shop.UpdateAsync("s1");
        Assert.Equal("ReferralCustomerAlreadyReferred", ReferralShop.Rejection(await shop.UpdateAsync("s2")));
        Assert.Equal("ReferralCustomerAlreadyReferred", ReferralShop.Rejection(await shop.UpdateAsync("s3", code: "EVA")));
        Assert.Null(ReferralShop.Rejection(await shop.UpdateAsync("s4", "carl", code: "EVA")));
    }

    [Fact]
    public async Task Of_many_closings_at_once_a_friend_is_referred_once()
    {
        var shop = await ReferralShop.OpenAsync(realTime: true);
        for (var i = 0; i < 12; i++)
            await shop.ReferAsync($"CODE{i}", $"advocate{i}");
        foreach (var instance in new[] { "a", "b", "c" })
            await shop.UpdateAsync($"warm{instance}", "warm", SessionState.Open, "CODE1", instance);
        var states = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => CloseAsync(shop, i))));
        Assert.Single(states, state => ReferralShop.Types(state).Contains("acceptReferral"));
        Assert.Equal(11, states.Count(state => ReferralShop.Rejection(state) == "ReferralCustomerAlreadyReferred"));
    }

    [Fact]
    public async Task A_referral_of_limit_three_is_redeemed_three_times()
    {
        var shop = await ReferralShop.OpenAsync(realTime: true);
        await shop.ReferAsync(usageLimit: 3);
        foreach (var instance in new[] { "a", "b", "c" })
            await shop.UpdateAsync($"warm{instance}", "warm", SessionState.Open, instance: instance);
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => shop.UpdateAsync($"s{i}", $"p{i}", instance: "abc"[i % 3].ToString()))));
        Assert.Equal(3, states.Count(state => ReferralShop.Types(state).Contains("acceptReferral")));
        Assert.Equal(17, states.Count(state => ReferralShop.Rejection(state) == "ReferralLimitReached"));
        Assert.Equal(3, (await shop.ReadAsync()).UsageCounter);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Undoing_gives_the_redemption_back(bool reopen)
    {
        var shop = await ReferralShop.OpenAsync();
        await shop.ReferAsync(usageLimit: 1);
        await shop.UpdateAsync("s");
        var undone = reopen ? await shop.Shop.ReopenAsync("s") : await shop.Shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(["rollbackReferral", "rollbackDiscount"], ReferralShop.Types(undone));
        Assert.Equal(0, (await shop.ReadAsync()).UsageCounter);
        Assert.Empty((await shop.ReadAsync()).ReferredCustomers);
        Assert.Null(ReferralShop.Rejection(await shop.UpdateAsync(reopen ? "s" : "t")));
    }

    [Fact]
    public async Task A_code_is_kept_until_it_is_cleared()
    {
        var shop = await ReferralShop.OpenAsync();
        await shop.ReferAsync();
        await shop.UpdateAsync("s", state: SessionState.Open);
        Assert.Contains("acceptReferral", ReferralShop.Types(await shop.Shop.UpdateAsync(Shop.State("s", SessionState.Open))));
        Assert.Empty(ReferralShop.Types(await shop.Shop.UpdateAsync(Shop.State("s", SessionState.Open) with { ReferralCode = "" })));
    }

    [Fact]
    public async Task A_rule_creates_a_referral_once_in_the_life_of_a_session()
    {
        var rules = """[{"title": "Refer", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["createReferral", "campaign 1", {"usageLimit": 3}]]}]""";
        var shop = await ReferralShop.OpenAsync(rules);
        var created = Assert.Single((await shop.UpdateAsync("s", code: "", state: SessionState.Open)).CreatedReferrals);
        Assert.Equal(("ben", 3L), (created.AdvocateProfileIntegrationId, created.UsageLimit));
        var again = await shop.UpdateAsync("s", code: "");
        Assert.Equal(created.Code, Assert.IsType<ReferralCreatedProps>(Assert.Single(again.Effects).Props).Value);
        Assert.Empty(again.CreatedReferrals);
        Assert.Equal(created.Id, (await shop.ReadAsync(created.Code)).Id);
    }

    [Fact]
    public async Task An_update_with_a_referral_takes_three_trips_at_most()
    {
        var trips = new StorageTrips();
        var shop = await ReferralShop.OpenAsync();
        await shop.ReferAsync();
        shop.Shop.Tables = trips.Tables(shop.Shop.Store);
        await shop.Shop.UpdateAsync(Shop.Cart("warm") with { ProfileId = "warm" }, "counted");
        foreach (var update in new[] { Shop.Cart("s") with { ProfileId = "ben", ReferralCode = "ANNA" }, Shop.Cart("s") with { ProfileId = "ben", ReferralCode = "ANNA" }, Shop.State("s", SessionState.Open) })
        {
            RequestContext? context = null;
            var count = trips.Measure(async () => context = await shop.Shop.UpdateUntilAnswerAsync(update, "counted"));
            await context!.AfterAnswer.RunAsync();
            Assert.True(count.Trips <= 3, $"It took {count}.");
        }
    }

    private static async Task<IntegrationState> CloseAsync(ReferralShop shop, int i)
    {
        while (true)
        {
            try
            {
                return await shop.UpdateAsync($"s{i}", "ben", code: $"CODE{i}", instance: "abc"[i % 3].ToString());
            }
            catch (ConflictException)
            {
                await Task.Yield();
            }
        }
    }
}
