using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The messages in the poison queues.</summary>
internal sealed class PoisonShelf(IMessageQueue queue)
{
    private const char Separator = '.';
    private const string Unknown = "The process ended each time before it could say why.";

    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    /// <summary>The first messages of each poison queue; looking takes none.</summary>
    public async Task<IReadOnlyList<ParkedWork>> ListAsync(CancellationToken cancellation)
    {
        var peeked = await Task.WhenAll(QueueHandlers.Names.Select(name => queue.PeekAsync(PoisonQueue.Of(name), StorageLimits.MaxReceive, cancellation).AsTask()));
        return [.. QueueHandlers.Names.Zip(peeked).SelectMany(shelf => shelf.Second.Select(message => Parked(shelf.First, message)))];
    }

    /// <summary>Sends one to its queue again; false when none has that id.</summary>
    public async Task<bool> ReplayAsync(string id, CancellationToken cancellation)
    {
        if (id.Split(Separator) is not [var name, { Length: > 0 } message] || !QueueHandlers.Names.Contains(name))
            return false;
        var others = new List<QueueMessage>();
        try
        {
            while (await queue.ReceiveAsync(PoisonQueue.Of(name), StorageLimits.MaxReceive, Visibility, cancellation) is { Count: > 0 } taken)
            {
                others.AddRange(taken.Where(one => one.Id != message));
                if (taken.FirstOrDefault(one => one.Id == message) is not { } found)
                    continue;
                await queue.SendAsync(name, PoisonMessage.Decode(found.Body).Body, cancellation: cancellation);
                await queue.DeleteAsync(found, cancellation);
                return true;
            }

            return false;
        }
        finally
        {
            await Task.WhenAll(others.Select(one => queue.ReleaseAsync(one, CancellationToken.None).AsTask()));
        }
    }

    private static ParkedWork Parked(string name, QueueMessage message)
    {
        var poison = PoisonMessage.Decode(message.Body);
        return new(name + Separator + message.Id, poison.Reason ?? Unknown, name, poison.FailedAt, poison.Body);
    }
}
