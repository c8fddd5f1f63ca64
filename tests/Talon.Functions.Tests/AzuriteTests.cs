using System.Net;
using System.Text.Json;
using Talon.Promotions;
using Talon.Storage.Azure;
using Talon.Storage.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Talon.Functions.Tests;

public sealed class AzuriteTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_session_is_closed_on_one_instance_finalised_on_another_and_cancelled_on_a_third()
    {
        var first = await Instance().WithShopAsync();
        Assert.Equal(HttpStatusCode.OK, (await first.PutSessionAsync("cart-1", "closed")).StatusCode);
        var second = Instance();
        Assert.Equal(1, await second.PumpAsync(OutboxQueues.Redemptions, second.Queue.RedemptionsAsync));

        var refused = await first.PutSessionAsync("cart-2", "closed");
        Assert.Contains("CouponLimitReached", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await first.PutSessionAsync("cart-1", "cancelled")).StatusCode);
        var third = Instance();
        Assert.Equal(1, await third.PumpAsync(OutboxQueues.Rollbacks, third.Queue.RollbacksAsync));

        var accepted = await first.PutSessionAsync("cart-3", "closed");
        Assert.Contains("acceptCoupon", accepted.Text, StringComparison.Ordinal);
        Assert.Equal(1, JsonElement.Parse(accepted.Text).GetProperty("coupons")[0].GetProperty("usageCounter").GetInt32());
    }

    private FunctionsWorld Instance()
    {
        var account = StorageAccount.FromConnectionString(azurite.ConnectionString);
        return new(new AzureTableStore(ShardMap.Single("one"), _ => account), new AzureMessageQueue(account));
    }
}
