using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class AudienceTests
{
    private static readonly string[] Many = [.. Enumerable.Range(0, 2500).Select(i => $"customer {i}")];

    [Fact]
    public async Task Emptying_a_large_audience_counts_at_once_and_is_tidied_up_by_the_queue()
    {
        var world = await AudienceShop.OpenAsync();
        await world.JoinAsync(Many);
        Assert.Equal((2500, 2500), world.Count());

        await world.Shop.Services.Audiences.EmptyAsync(1, 1, default);

        Assert.False(await world.IsInsideAsync(Many[0]));
        Assert.False(await world.IsInsideAsync(Many[^1]));
        Assert.NotEqual((0, 0), world.Count());
        await world.JoinAsync("anna");
        await world.Shop.SettleAsync();
        Assert.Equal((1, 1), world.Count());
        Assert.True(await world.IsInsideAsync("anna"));
        Assert.DoesNotContain(world.Shop.Store.Rows(), row => row.Partition.StartsWith("chore.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_leaves_nothing_behind_whenever_the_process_dies()
    {
        for (var write = 2; ; write++)
        {
            var world = await AudienceShop.OpenAsync(campaign: false);
            await world.JoinAsync("anna", "bert", "carl");
            var died = false;
            try
            {
                await world.Crashing(write / 2, written: write % 2 == 1).Audiences.DeleteAsync(1, 1, default);
            }
            catch (CrashException)
            {
                died = true;
            }

            await world.Shop.SettleAsync();
            var gone = (await world.Shop.Services.Configurations.GetAsync()).Audiences.Find(1) is null;
            Assert.Equal(gone ? (0, 0) : (3, 3), world.Count());
            Assert.DoesNotContain(world.Shop.Store.Rows(), row => row.Partition.StartsWith("chore.", StringComparison.Ordinal));
            if (!died)
                return;
        }
    }

    [Fact]
    public async Task A_crash_while_joining_leaves_a_member_or_none_and_a_repeat_completes()
    {
        for (var write = 2; write < 14; write++)
        {
            var world = await AudienceShop.OpenAsync();
            foreach (var add in new[] { true, false })
            {
                try
                {
                    await world.ActAsync(add, ["anna"], world.Crashing(write / 2, written: write % 2 == 1));
                }
                catch (CrashException)
                {
                }

                var (memberships, entries) = world.Count();
                Assert.True(entries >= memberships, "A member is not in the index.");
                await world.ActAsync(add, ["anna"]);
                Assert.Equal(add, await world.IsInsideAsync("anna"));
            }
        }
    }

    [Fact]
    public async Task The_index_of_a_large_audience_is_spread_evenly()
    {
        var world = await AudienceShop.OpenAsync();
        await world.JoinAsync(Many);
        var shards = world.Shop.Store.Rows().Where(row => row.Partition.StartsWith("audience.1.", StringComparison.Ordinal)).GroupBy(row => row.Partition).Select(shard => shard.Count()).ToList();
        Assert.Equal(AudienceRows.Shards, shards.Count);
        Assert.True(shards.Max() < 2500 / 64 * 3, $"One partition has {shards.Max()} members.");
    }

    [Fact]
    public async Task Attributes_of_a_large_audience_are_set_to_the_end_after_a_crash()
    {
        var world = await AudienceShop.OpenAsync();
        await world.JoinAsync(Many[..400]);
        await Assert.ThrowsAsync<CrashException>(() => world.Crashing(150, written: true).Audiences.SetAttributesAsync(1, 1, Sample.Json("""{"Name": "V"}"""), default));
        await world.Shop.SettleAsync();
        var names = world.Shop.Store.Rows().Where(row => row.Partition.StartsWith("profile.", StringComparison.Ordinal) && row.Row.Key == "a")
            .Select(row => RowCodec.Decode(row.Row.Body, RowJson.Default.ProfileRow).Profile.Attributes.GetProperty("Name").GetString()).ToList();
        Assert.Equal(400, names.Count);
        Assert.All(names, name => Assert.Equal("V", name));
    }

    [Fact]
    public async Task Knowing_the_audiences_costs_an_update_no_trip()
    {
        var trips = new StorageTrips();
        var world = await AudienceShop.OpenAsync();
        world.Shop.Tables = trips.Tables(world.Shop.Store);
        world.Shop.Messages = trips.Queue(world.Shop.Store);
        await world.Shop.Instance("measured").Configurations.GetAsync();
        await world.JoinAsync("anna");
        await world.Shop.UpdateAsync(Shop.Cart("warm") with { ProfileId = "anna" }, "measured");
        var count = trips.Measure(async () => Assert.Single((await world.Shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "anna" }, "measured")).Effects));
        Assert.True(count.Trips <= 3, $"The update took {count}.");
    }

    [Fact]
    public async Task A_rule_may_put_a_customer_into_more_audiences_than_one_transaction_holds()
    {
        var effects = string.Join(", ", Enumerable.Range(1, 250).Select(id => $"[\"addToAudience\", {id}]"));
        var shop = new Shop().WithCampaign($$"""[{"title": "All", "condition": ["and", true], "effects": [{{effects}}]}]""");
        for (var id = 1; id <= 250; id++)
            shop.With(ConfigurationChange.Put(EntityKinds.Audience, new Audience { Id = id, Created = Shop.Start, Name = $"audience {id}" }));
        await shop.OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p" });
        Assert.Equal(250, shop.Store.Rows().Count(row => AudienceRows.IsMembership(row.Row)));
    }
}
