namespace Talon.Storage.Tests;

public abstract partial class StoreContract
{
    protected static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_sent_message_is_delivered()
    {
        await Queue.SendAsync(Inbox, "hello, 世界 \0 \"");

        var message = await ReceiveOneAsync();

        Assert.Equal((Inbox, "hello, 世界 \0 \"", 1), (message.Queue, message.Body, message.Delivery));
    }

    [Fact]
    public async Task An_empty_message_is_delivered()
    {
        await Queue.SendAsync(Inbox, "");

        Assert.Equal("", (await ReceiveOneAsync()).Body);
    }

    [Fact]
    public async Task Queues_do_not_see_each_other()
    {
        await Queue.SendAsync(Inbox, "hello");

        await NothingIsVisibleAsync("other");
        Assert.Equal((1, 0), (await CountAsync(Inbox), await CountAsync("other")));
    }

    [Fact]
    public async Task A_delayed_message_is_delivered_when_its_time_has_come()
    {
        await Queue.SendAsync(Inbox, "later", TimeSpan.FromSeconds(10));

        await AdvanceAsync(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        await NothingIsVisibleAsync();
        await AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Equal("later", (await ReceiveOneAsync()).Body);
    }

    [Fact]
    public async Task A_received_message_is_hidden_and_then_delivered_again()
    {
        await Queue.SendAsync(Inbox, "hello");
        var first = Assert.Single(await Queue.ReceiveAsync(Inbox, 1, Visibility));
        await NothingIsVisibleAsync();

        await AdvanceAsync(Visibility);
        var second = Assert.Single(await Queue.ReceiveAsync(Inbox, 1, Visibility));

        Assert.Equal((first.Id, "hello", 2), (second.Id, second.Body, second.Delivery));
        Assert.NotEqual(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task A_deleted_message_never_comes_back()
    {
        await Queue.SendAsync(Inbox, "hello");
        var message = await ReceiveOneAsync();

        Assert.True(await Queue.DeleteAsync(message));
        Assert.False(await Queue.DeleteAsync(message), "A message can be deleted once.");

        await AdvanceAsync(TimeSpan.FromDays(1));
        await NothingIsVisibleAsync();
        Assert.Equal(0, await CountAsync(Inbox));
    }

    [Fact]
    public async Task A_message_can_be_deleted_by_its_sender_before_it_is_delivered()
    {
        var sent = await Queue.SendAsync(Inbox, "later", TimeSpan.FromSeconds(10));
        var visible = await Queue.SendAsync(Inbox, "now");
        Assert.Equal((Inbox, "later", 0), (sent.Queue, sent.Body, sent.Delivery));

        Assert.True(await Queue.DeleteAsync(sent));
        Assert.True(await Queue.DeleteAsync(visible));
        Assert.False(await Queue.DeleteAsync(sent), "A message can be deleted once.");

        await AdvanceAsync(TimeSpan.FromSeconds(10));
        await NothingIsVisibleAsync();
        Assert.Equal(0, await CountAsync(Inbox));
    }

    [Fact]
    public async Task Once_a_message_is_delivered_its_sender_cannot_delete_it()
    {
        var sent = await Queue.SendAsync(Inbox, "hello");
        var received = await ReceiveOneAsync();

        Assert.False(await Queue.DeleteAsync(sent));
        Assert.Equal(sent.Id, received.Id);
        Assert.True(await Queue.DeleteAsync(received));
    }

    [Fact]
    public async Task A_late_receipt_deletes_while_nobody_else_has_the_message()
    {
        await Queue.SendAsync(Inbox, "hello");
        var message = Assert.Single(await Queue.ReceiveAsync(Inbox, 1, Visibility));
        await AdvanceAsync(2 * Visibility);

        Assert.True(await Queue.DeleteAsync(message));
    }

    [Fact]
    public async Task A_delivery_voids_the_receipts_before_it()
    {
        await Queue.SendAsync(Inbox, "hello");
        var first = Assert.Single(await Queue.ReceiveAsync(Inbox, 1, Visibility));
        await AdvanceAsync(Visibility);
        var second = Assert.Single(await Queue.ReceiveAsync(Inbox, 1, Visibility));

        Assert.False(await Queue.DeleteAsync(first));
        Assert.True(await Queue.DeleteAsync(second));
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("1", "receipt")]
    [InlineData("-1", "1")]
    public async Task A_message_that_was_never_received_is_not_deleted(string id, string receipt)
    {
        await Queue.SendAsync(Inbox, "hello");

        Assert.False(await Queue.DeleteAsync(new(Inbox, id, receipt, "hello", 1)));
        Assert.Equal(1, await CountAsync(Inbox));
    }

    [Fact]
    public async Task A_message_is_poison_after_5_deliveries()
    {
        await Queue.SendAsync(Inbox, "bitter");
        for (var delivery = 1; delivery <= IMessageQueue.MaxDeliveries; delivery++)
        {
            Assert.Equal(delivery, (await ReceiveOneAsync()).Delivery);
            Assert.Equal((1, 0), (await CountAsync(Inbox), await CountAsync("inbox-poison")));
            await AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        await NothingIsVisibleAsync();

        Assert.Equal((0, 1), (await CountAsync(Inbox), await CountAsync("inbox-poison")));
        var poison = await ReceiveOneAsync("inbox-poison");
        Assert.Equal(("inbox-poison", "bitter", 1), (poison.Queue, poison.Body, poison.Delivery));
        Assert.True(await Queue.DeleteAsync(poison));
    }

    [Fact]
    public async Task A_message_stays_in_the_poison_queue_however_often_it_is_looked_at()
    {
        await Queue.SendAsync(PoisonQueue.Of(Inbox), "bitter");
        for (var delivery = 1; delivery <= 2 * IMessageQueue.MaxDeliveries; delivery++)
        {
            Assert.Equal(delivery, (await ReceiveOneAsync(PoisonQueue.Of(Inbox))).Delivery);
            await AdvanceAsync(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task Poison_does_not_hold_back_what_follows_it()
    {
        await Queue.SendAsync(Inbox, "bitter");
        for (var delivery = 1; delivery <= IMessageQueue.MaxDeliveries; delivery++)
        {
            await ReceiveOneAsync();
            await AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        await Queue.SendAsync(Inbox, "sweet");

        Assert.Equal("sweet", Assert.Single(await Queue.ReceiveAsync(Inbox, 1, Visibility)).Body);
    }

    [Fact]
    public async Task A_receive_takes_at_most_what_it_asks_for_and_never_what_another_has()
    {
        for (var i = 0; i < 40; i++)
            await Queue.SendAsync(Inbox, $"{i}");

        var batches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Queue.ReceiveAsync(Inbox, 7, Visibility))));

        Assert.All(batches, batch => Assert.InRange(batch.Count, 0, 7));
        Assert.Equal(
            Enumerable.Range(0, 40),
            batches.SelectMany(batch => batch).Select(message => int.Parse(message.Body)).Order());
    }

    [Fact]
    public async Task A_peek_shows_visible_messages_in_order_and_takes_none()
    {
        await Queue.SendAsync(Inbox, "later", TimeSpan.FromSeconds(10));
        foreach (var body in (string[])["first, 世界", "second", "third"])
        {
            await Queue.SendAsync(Inbox, body);
            await AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        var peeked = await Queue.PeekAsync(Inbox, 2);

        Assert.Equal(["first, 世界", "second"], peeked.Select(message => message.Body));
        Assert.All(peeked, message => Assert.Equal((Inbox, "", 0), (message.Queue, message.Receipt, message.Delivery)));
        Assert.False(await Queue.DeleteAsync(peeked[0]), "What was peeked at was not received.");
        var received = await Queue.ReceiveAsync(Inbox, 32, Visibility);
        Assert.Equal(peeked.Select(message => message.Id), received.Take(2).Select(message => message.Id));
        Assert.All(received, message => Assert.Equal(1, message.Delivery));
        Assert.Empty(await Queue.PeekAsync(Inbox, 32));
        Assert.Empty(await Queue.PeekAsync("other", 32));
    }

    [Fact]
    public async Task A_released_message_is_visible_at_once()
    {
        await Queue.SendAsync(Inbox, "hello, 世界");
        var first = await ReceiveOneAsync();

        Assert.True(await Queue.ReleaseAsync(first));

        var second = await ReceiveOneAsync();
        Assert.Equal((first.Id, "hello, 世界", 2), (second.Id, second.Body, second.Delivery));
        Assert.False(await Queue.ReleaseAsync(first), "The next delivery voids the receipt.");
        Assert.True(await Queue.DeleteAsync(second));
        Assert.False(await Queue.ReleaseAsync(second), "It is gone.");
    }

    [Fact]
    public async Task A_release_voids_the_receipt()
    {
        await Queue.SendAsync(Inbox, "hello");
        var message = await ReceiveOneAsync();

        Assert.True(await Queue.ReleaseAsync(message));

        Assert.False(await Queue.DeleteAsync(message));
        Assert.False(await Queue.ReleaseAsync(message));
        Assert.Equal(1, await CountAsync(Inbox));
    }

    [Fact]
    public async Task Messages_are_deleted_in_any_order()
    {
        for (var i = 0; i < 10; i++)
            await Queue.SendAsync(Inbox, $"{i}");
        var messages = await Queue.ReceiveAsync(Inbox, 32, Visibility);

        foreach (var message in messages.OrderBy(message => message.Body[0] % 3))
            Assert.True(await Queue.DeleteAsync(message));

        Assert.Equal(0, await CountAsync(Inbox));
    }
}
