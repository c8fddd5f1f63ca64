using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class QueueSurvivalTests
{
    public static TheoryData<Step[]> Histories =>
    [
        new Step[] { Step.Close },
        new Step[] { Step.Close, Step.Cancel },
        new Step[] { Step.Close, Step.Return },
        new Step[] { Step.Close, Step.Return, Step.Cancel },
        new Step[] { Step.Close, Step.Reopen },
        new Step[] { Step.Close, Step.Reopen, Step.Close },
    ];

    [Fact]
    public async Task The_queues_apply_each_thing_once()
    {
        Assert.Equal(new(1, 24.6m, 123, 1, 1, 123, "Buyer"), await (await OwingShop.AfterAsync(Step.Close)).SettledAsync());
        Assert.Equal(new(0, 0, 0, 1, 0, 0, "Buyer"), await (await OwingShop.AfterAsync(Step.Close, Step.Cancel)).SettledAsync());
        Assert.Equal(new(1, 14.8m, 74, 1, 1, 74, "Buyer"), await (await OwingShop.AfterAsync(Step.Close, Step.Return)).SettledAsync());
        Assert.Equal(new(0, 0, 0, 1, 0, 0, "Buyer"), await (await OwingShop.AfterAsync(Step.Close, Step.Reopen)).SettledAsync());
        Assert.Equal(new(1, 24.6m, 123, 1, 1, 123, "Buyer"), await (await OwingShop.AfterAsync(Step.Close, Step.Reopen, Step.Close)).SettledAsync());
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task A_crash_at_any_write_is_made_good(Step[] history)
    {
        var expected = await (await OwingShop.AfterAsync(history)).SettledAsync();
        foreach (var written in (bool[])[false, true])
        {
            var survived = false;
            for (var write = 1; !survived; write++)
            {
                var shop = await OwingShop.AfterAsync(history);
                survived = await shop.SurvivesAsync(write, written);

                Assert.Equal((write, written, expected), (write, written, await shop.SettledAsync()));
                Assert.False(survived && write == 1, "Nothing was written.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task Messages_may_come_twice_and_in_any_order(Step[] history)
    {
        var expected = await (await OwingShop.AfterAsync(history)).SettledAsync();
        for (var seed = 0; seed < 24; seed++)
        {
            var shop = await OwingShop.AfterAsync(history);
            var messages = shop.Shop.Store.Messages().SelectMany(message => (StoredMessage[])[message, message]).ToArray();
            new Random(seed).Shuffle(messages);

            foreach (var message in messages)
                await shop.Shop.Instance($"{seed % 3}").Queues.HandleAsync(message.Queue, message.Body, default);

            Assert.Equal((seed, expected), (seed, await shop.SettledAsync()));
        }
    }
}
