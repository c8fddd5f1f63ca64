using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class ParkedWorkTests
{
    [Fact]
    public async Task What_fails_five_times_is_set_aside_with_its_reason_and_done_when_it_is_tried_again()
    {
        var shop = await new Shop(FinaliseMode.Queue).WithCampaign().OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s") with { State = SessionState.Closed, ProfileId = "p" });
        var profile = shop.Store.Rows().Single(row => row.Partition.StartsWith("profile.", StringComparison.Ordinal) && row.Row.Key == "a");
        await shop.Store.CommitAsync(profile.Partition, [Change.Delete("a", profile.Row.ETag)]);
        for (var i = 0; i < 4; i++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => shop.Services.Queues.HandleAsync("redemptions", Message(shop), default));
        await shop.Services.Queues.HandleAsync("redemptions", Message(shop), default);

        var parked = Assert.Single(await shop.Services.Parked.ListAsync(default));
        Assert.Contains("no profile", parked.Reason, StringComparison.Ordinal);
        Assert.True(await shop.Services.Parked.ReplayAsync(parked.Id, default));
        Assert.Single(await shop.Services.Parked.ListAsync(default));
        await shop.Store.CommitAsync(profile.Partition, [Change.Insert("a", profile.Row.Body)]);
        Assert.True(await shop.Services.Parked.ReplayAsync(parked.Id, default));
        Assert.Empty(await shop.Services.Parked.ListAsync(default));
        var read = await shop.UpdateAsync(new ProfileUpdate { IntegrationId = "p", RunRuleEngine = true, Include = ResponseContent.CustomerProfile });
        Assert.Equal(1, read.CustomerProfile!.ClosedSessions);
        Assert.False(await shop.Services.Parked.ReplayAsync(parked.Id, default));
    }

    private static string Message(Shop shop) => shop.Store.Messages().First(message => message.Queue == "redemptions").Body;
}
