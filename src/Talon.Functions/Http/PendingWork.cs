using System.Collections.Concurrent;

namespace Talon.Functions;

/// <summary>Work that runs on while answers are on their way. The host waits for it when it stops.</summary>
/// <remarks>A function's answer is sent when the function ends, so what comes after it is begun before and not waited for.</remarks>
public sealed class PendingWork : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Task, bool> _running = [];

    /// <summary>Takes charge of work that has begun.</summary>
    public void Add(Task work)
    {
        if (work.IsCompletedSuccessfully)
            return;
        _running.TryAdd(work, true);
        work.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for what is running now.</summary>
    public Task DrainAsync() => Task.WhenAll(_running.Keys);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(DrainAsync());
}
