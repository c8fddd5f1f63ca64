using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class ChoreTests
{
    [Fact]
    public async Task A_job_is_done_though_its_messages_come_before_it_is_written()
    {
        var shop = await EagerAsync();

        var created = await shop.Services.CouponJobs.CreateAsync(1, 1, new NewCoupons { NumberOfCoupons = 6_000, UsageLimit = 1 }, default);
        Assert.Equal(("done", 6_000), await StateAsync(shop, created));

        var deleted = await shop.Services.CouponJobs.DeleteAsync(1, 1, new CouponFilter { BatchId = created.BatchId }, default);
        Assert.Equal(("done", 6_000), await StateAsync(shop, deleted));
        Assert.DoesNotContain(shop.Store.Rows(), row => row.Partition.StartsWith("chore.", StringComparison.Ordinal));
    }

    private static async Task<Shop> EagerAsync()
    {
        var shop = new Shop();
        shop.Messages = new EagerQueue(shop);
        return await shop.WithCampaign().OpenAsync();
    }

    private static async Task<(string State, long Done)> StateAsync(Shop shop, Job job)
    {
        var now = (await shop.Services.Jobs.FindAsync(job.Id, default))!;
        return (now.State, now.Done);
    }
}
