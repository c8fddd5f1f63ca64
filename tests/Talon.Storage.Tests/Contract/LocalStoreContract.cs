using Microsoft.Extensions.Time.Testing;

namespace Talon.Storage.Tests;

/// <summary>What every store inside this process does alike: its queue can be waited on.</summary>
public abstract class LocalStoreContract : StoreContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected FakeTimeProvider Time { get; } = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    protected abstract ILocalQueue LocalQueue { get; }

    protected sealed override IMessageQueue Queue => LocalQueue;

    [Fact]
    public async Task A_wait_ends_at_once_when_a_message_is_visible()
    {
        await Queue.SendAsync(Inbox, "hello");

        Assert.True(await LocalQueue.WaitAsync(Inbox, TimeSpan.Zero));
        Assert.False(await LocalQueue.WaitAsync("other", TimeSpan.Zero));
    }

    [Fact]
    public async Task A_wait_ends_when_a_message_is_sent()
    {
        var waits = Enumerable.Range(0, 3).Select(_ => LocalQueue.WaitAsync(Inbox, Patience).AsTask()).ToArray();
        Assert.DoesNotContain(waits, wait => wait.IsCompleted);

        await Queue.SendAsync(Inbox, "hello");

        Assert.All(await Task.WhenAll(waits), Assert.True);
    }

    [Fact]
    public async Task A_wait_ends_when_a_delayed_message_becomes_visible()
    {
        await Queue.SendAsync(Inbox, "later", TimeSpan.FromSeconds(10));
        var wait = LocalQueue.WaitAsync(Inbox, Patience).AsTask();

        Time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(wait.IsCompleted, "The message is not visible yet.");
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await wait);
    }

    [Fact]
    public async Task A_wait_notices_a_message_that_is_due_before_the_one_it_waited_for()
    {
        await Queue.SendAsync(Inbox, "later", TimeSpan.FromSeconds(30));
        var wait = LocalQueue.WaitAsync(Inbox, Patience).AsTask();
        await Queue.SendAsync(Inbox, "sooner", TimeSpan.FromSeconds(5));

        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.True(await wait);
        Assert.Equal("sooner", (await ReceiveOneAsync()).Body);
    }

    [Fact]
    public async Task A_wait_ends_when_a_hidden_message_comes_back()
    {
        await Queue.SendAsync(Inbox, "hello");
        await Queue.ReceiveAsync(Inbox, 1, Visibility);
        var wait = LocalQueue.WaitAsync(Inbox, Patience).AsTask();
        Assert.False(wait.IsCompleted, "The message is hidden.");

        Time.Advance(Visibility);

        Assert.True(await wait);
    }

    [Fact]
    public async Task A_wait_ends_without_a_message_when_its_time_is_over()
    {
        var wait = LocalQueue.WaitAsync(Inbox, Patience).AsTask();

        Time.Advance(Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(wait.IsCompleted, "There is time left.");
        Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(await wait);
    }

    [Fact]
    public async Task A_wait_on_the_poison_queue_ends_when_a_message_moves_there()
    {
        await Queue.SendAsync(Inbox, "bitter");
        for (var delivery = 1; delivery <= IMessageQueue.MaxDeliveries; delivery++)
        {
            await ReceiveOneAsync();
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        var wait = LocalQueue.WaitAsync(PoisonQueue.Of(Inbox), Patience).AsTask();
        await NothingIsVisibleAsync();

        Assert.True(await wait);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var wait = LocalQueue.WaitAsync(Inbox, Patience, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Inbox")]
    public async Task A_wait_on_a_queue_whose_name_is_outside_the_rules_is_refused(string queue)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await LocalQueue.WaitAsync(queue, TimeSpan.Zero));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await LocalQueue.CountAsync(queue));
    }

    protected sealed override ValueTask<int> CountAsync(string queue) => LocalQueue.CountAsync(queue);

    protected sealed override ValueTask AdvanceAsync(TimeSpan time)
    {
        Time.Advance(time);
        return default;
    }
}
