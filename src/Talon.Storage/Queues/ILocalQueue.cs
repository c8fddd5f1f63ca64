namespace Talon.Storage;

/// <summary>A queue inside this process: a worker can wait on it instead of polling.</summary>
public interface ILocalQueue : IMessageQueue
{
    /// <summary>
    /// Returns as soon as a message of the queue is visible: true; false after <paramref name="atMost"/>.
    /// </summary>
    /// <remarks>It takes nothing: another receiver may be faster, so a receive after it can come back empty.</remarks>
    ValueTask<bool> WaitAsync(string queue, TimeSpan atMost, CancellationToken cancellation = default);

    /// <summary>The messages in a queue, those delayed or hidden included.</summary>
    ValueTask<int> CountAsync(string queue, CancellationToken cancellation = default);
}
