using System.Globalization;
using System.Text.Json;
using Talon.Promotions;

namespace Talon.Server.Tests;

public sealed class CouponJobTests
{
    [Fact]
    public async Task Coupons_are_created_by_a_job_that_can_be_watched()
    {
        var (world, campaign) = await StartAsync();

        var begun = await world.PostAsync(
            $"{campaign}/coupons_async", """{"usageLimit":3,"numberOfCoupons":6000,"attributes":{},"couponSettings":{"validCharacters":["A","B","C","D"],"couponPattern":"JOB-############"}}""", 200);
        var job = $"/v1/jobs/{begun.GetProperty("jobId").GetRawText()}";
        Assert.Equal("running", (await world.GetAsync(job)).GetProperty("state").GetString());
        await world.WorkOffAsync();

        var done = await world.GetAsync(job);
        Assert.Equal(("done", 6000), (done.GetProperty("state").GetString(), done.GetProperty("done").GetInt32()));
        var values = await ValuesAsync(world, $"{campaign}/coupons/no_total?batchId={begun.GetProperty("batchId").GetString()}", 6000);
        Assert.Equal(6000, values.Distinct().Count());
        Assert.All(values, value => Assert.Matches("^JOB-[A-D]{12}$", value));
        Assert.Single((await world.GetAsync("/v1/jobs")).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task A_job_of_which_every_step_is_repeated_makes_each_coupon_once()
    {
        var (world, campaign) = await StartAsync();
        await world.PostAsync($"{campaign}/coupons_async", """{"usageLimit":1,"numberOfCoupons":5500,"attributes":{}}""", 200);
        var message = Assert.Single(await world.Messages.ReceiveAsync(QueueHandlers.Chores, 1, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken)).Body;

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.Services.Queues.HandleAsync(QueueHandlers.Chores, message, TestContext.Current.CancellationToken)));

        var values = await ValuesAsync(world, $"{campaign}/coupons/no_total", 5500);
        Assert.Equal(5500, values.Distinct().Count());
    }

    [Fact]
    public async Task A_pattern_without_room_is_refused_before_the_job_begins()
    {
        var (world, campaign) = await StartAsync();

        var refusal = await world.PostAsync($"{campaign}/coupons_async", """{"usageLimit":1,"numberOfCoupons":20,"attributes":{},"couponSettings":{"validCharacters":["A","B"],"couponPattern":"ABC-##"}}""", 400);

        Assert.Equal("/couponSettings/couponPattern Invalid value", Assert.Single(ManagementWorld.Problems(refusal)));
        Assert.Empty((await world.GetAsync("/v1/jobs")).GetProperty("data").EnumerateArray());
        await world.GetAsync("/v1/jobs/7", 404);
    }

    [Fact]
    public async Task A_job_deletes_what_its_filter_admits()
    {
        var (world, campaign) = await StartAsync();
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":40,"couponPattern":"KEEP-############"}""", 204);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":30,"couponPattern":"GOES-############","expiryDate":"2020-01-01T00:00:00Z"}""", 204);

        var begun = await world.PostAsync($"{campaign}/coupons_deletion_jobs", """{"filters":{"valid":"expired","createdAfter":"2020-01-01T00:00:00Z"}}""", 202);
        await world.WorkOffAsync();

        Assert.Equal(30, (await world.GetAsync($"/v1/jobs/{ManagementWorld.Id(begun)}")).GetProperty("done").GetInt32());
        Assert.All(await ValuesAsync(world, $"{campaign}/coupons/no_total", 40), value => Assert.StartsWith("KEEP-", value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deleted_campaigns_coupons_are_removed_and_their_codes_are_free_again()
    {
        var (world, campaign) = await StartAsync();
        var application = campaign[..campaign.IndexOf("/campaigns", StringComparison.Ordinal)];
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"xmas20"}""", 204);
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":200}""", 204);
        var other = await world.CampaignAsync(application);

        await world.DeleteAsync(campaign);
        await world.WorkOffAsync();

        var job = Assert.Single((await world.GetAsync("/v1/jobs")).GetProperty("data").EnumerateArray());
        Assert.Equal(("removeCampaign", "done", 201), (job.GetProperty("kind").GetString(), job.GetProperty("state").GetString(), job.GetProperty("done").GetInt32()));
        await world.PostAsync($"{other}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"xmas20"}""", 204);
        await world.DeleteAsync(campaign, 404);
    }

    [Fact]
    public async Task A_campaign_that_a_set_up_prunes_loses_its_coupons_too()
    {
        var (world, campaign) = await StartAsync();
        var application = campaign[..campaign.IndexOf("/campaigns", StringComparison.Ordinal)];
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":3}""", 204);

        await world.PutAsync(application + "/setup?prune=true", """{"application":{"name":"shop","timezone":"Europe/Berlin","currency":"EUR"},"campaigns":[]}""");
        await world.WorkOffAsync();

        var job = Assert.Single((await world.GetAsync("/v1/jobs")).GetProperty("data").EnumerateArray());
        Assert.Equal(("removeCampaign", "done", 3), (job.GetProperty("kind").GetString(), job.GetProperty("state").GetString(), job.GetProperty("done").GetInt32()));
    }

    [Fact]
    public async Task A_job_whose_campaign_was_not_deleted_after_all_removes_nothing()
    {
        var (world, campaign) = await StartAsync();
        await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":2}""", 204);
        var ids = campaign.Split('/');
        var deletion = new CampaignDeletion(world.Account.Campaigns, world.Services.Jobs);

        var removals = await deletion.AnnounceAsync(long.Parse(ids[3], CultureInfo.InvariantCulture), [long.Parse(ids[5], CultureInfo.InvariantCulture)], TestContext.Current.CancellationToken);
        await deletion.StartAsync(removals, TestContext.Current.CancellationToken);
        await world.WorkOffAsync();

        var job = await world.Services.Jobs.FindAsync(Assert.Single(removals).Id, TestContext.Current.CancellationToken);
        Assert.Equal(("done", 0), (job!.State, job.Done));
        await ValuesAsync(world, $"{campaign}/coupons/no_total", 2);
    }

    private static async Task<(ManagementWorld World, string Campaign)> StartAsync()
    {
        var world = await ManagementWorld.CreateAsync();
        return (world, await world.CampaignAsync(await world.ApplicationAsync()));
    }

    /// <summary>The codes of a list, all pages of it.</summary>
    private static async Task<List<string>> ValuesAsync(ManagementWorld world, string target, int expected)
    {
        List<string> values = [];
        for (var more = true; more;)
        {
            var page = await world.GetAsync($"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}skip={values.Count.ToString(CultureInfo.InvariantCulture)}");
            values.AddRange(page.GetProperty("data").EnumerateArray().Select(coupon => coupon.GetProperty("value").GetString()!));
            more = page.GetProperty("hasMore").GetBoolean();
        }

        Assert.Equal(expected, values.Count);
        return values;
    }
}
