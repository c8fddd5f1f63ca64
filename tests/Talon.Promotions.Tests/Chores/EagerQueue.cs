using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A queue whose messages about chores have come and gone before their sender goes on, however long they were to wait.</summary>
internal sealed class EagerQueue(Shop shop) : IMessageQueue
{
    public async ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        var message = await shop.Store.SendAsync(queue, body, delay, cancellation);
        if (queue != QueueHandlers.Chores)
            return message;
        shop.Clock.Advance(delay);
        await shop.Services.Queues.HandleAsync(queue, body, cancellation);
        await shop.Store.DeleteAsync(message, cancellation);
        return message;
    }

    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default) =>
        shop.Store.ReceiveAsync(queue, max, visibility, cancellation);

    public ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default) =>
        shop.Store.PeekAsync(queue, max, cancellation);

    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default) => shop.Store.ReleaseAsync(message, cancellation);

    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default) => shop.Store.DeleteAsync(message, cancellation);
}
