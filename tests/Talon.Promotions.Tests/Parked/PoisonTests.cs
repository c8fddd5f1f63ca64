using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class PoisonTests
{
    public static TheoryData<string> Queues => [.. QueueHandlers.Names];

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task A_message_that_fails_five_times_is_listed_with_its_reason_and_replayed(string queue)
    {
        var shop = await new Shop(FinaliseMode.Queue).WithCampaign().OpenAsync();
        await shop.Store.SendAsync(queue, "nonsense");
        await FailAsync(shop, queue);

        var parked = Assert.Single(await shop.Services.Parked.ListAsync(default));

        Assert.Equal((queue, "nonsense", shop.Clock.GetUtcNow()), (parked.Target, parked.Message, parked.Parked!.Value));
        Assert.Contains("Json", parked.Reason, StringComparison.Ordinal);
        Assert.Single(await shop.Services.Parked.ListAsync(default));
        Assert.True(await shop.Services.Parked.ReplayAsync(parked.Id, default));
        Assert.Empty(await shop.Services.Parked.ListAsync(default));
        var again = Assert.Single(shop.Store.Messages());
        Assert.Equal((queue, "nonsense", 0), (again.Queue, again.Body, again.Delivery));
        Assert.False(await shop.Services.Parked.ReplayAsync(parked.Id, default), "It is no longer there.");
    }

    [Fact]
    public async Task A_replay_takes_the_one_that_was_asked_for_and_leaves_the_others_in_sight()
    {
        var shop = await new Shop(FinaliseMode.Queue).WithCampaign().OpenAsync();
        for (var i = 0; i < 70; i++)
            await shop.Store.SendAsync("guard-poison", $"message {i}");
        var last = shop.Store.Messages().Single(message => message.Body == "message 69");

        Assert.True(await shop.Services.Parked.ReplayAsync($"guard.{last.Id}", default));

        Assert.Equal("message 69", Assert.Single(shop.Store.Messages(), message => message.Queue == "guard").Body);
        Assert.Equal(StorageLimits.MaxReceive, (await shop.Services.Parked.ListAsync(default)).Count);
        Assert.All(shop.Store.Messages(), message => Assert.True(message.Visible <= shop.Clock.GetUtcNow(), $"{message} is hidden."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("guard")]
    [InlineData("guard.")]
    [InlineData("guard.1.1")]
    [InlineData("nobody.1")]
    [InlineData("guard-poison.1")]
    public async Task What_names_nothing_is_not_replayed(string id)
    {
        var shop = await new Shop(FinaliseMode.Queue).WithCampaign().OpenAsync();
        await shop.Store.SendAsync("guard-poison", "nonsense");

        Assert.False(await shop.Services.Parked.ReplayAsync(id, default));
    }

    [Fact]
    public async Task A_replayed_message_is_worked_off()
    {
        var shop = await new Shop(FinaliseMode.Queue).WithCampaign().OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s") with { State = SessionState.Closed, ProfileId = "p" });
        var sent = Assert.Single(await shop.Store.ReceiveAsync("redemptions", 32, TimeSpan.FromSeconds(1)));
        await shop.Store.DeleteAsync(sent);
        await shop.Store.SendAsync("redemptions-poison", sent.Body);

        var parked = Assert.Single(await shop.Services.Parked.ListAsync(default));
        Assert.Null(parked.Parked);
        Assert.NotEmpty(parked.Reason);
        Assert.True(await shop.Services.Parked.ReplayAsync(parked.Id, default));
        await shop.SettleAsync();

        Assert.DoesNotContain(shop.Store.Rows(), row => row.Row.Key.StartsWith(OwnerRows.OutboxPrefix, StringComparison.Ordinal));
        Assert.Empty(shop.Store.Messages());
    }

    private static async Task FailAsync(Shop shop, string queue)
    {
        var pump = new QueuePump(shop.Store, shop.Services.Queues, shop.Clock);
        for (var delivery = 1; delivery <= IMessageQueue.MaxDeliveries; delivery++)
        {
            shop.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(1, await pump.RunOnceAsync(queue, (_, _) => { }, default));
        }
    }
}
