namespace Talon.Promotions;

/// <summary>Lets callers share a read, each getting one that began after it asked.</summary>
internal sealed class SharedRead<T>(Func<Task<T>> read)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<T>? _running;
    private TaskCompletionSource<T>? _next;

    /// <summary>The result of a read that begins now, or after the one under way.</summary>
    public Task<T> ReadAsync()
    {
        TaskCompletionSource<T> mine;
        lock (_lock)
        {
            if (_running is not null)
                return (_next ??= Create()).Task;
            mine = _running = Create();
        }

        _ = RunAsync(mine);
        return mine.Task;
    }

    private async Task RunAsync(TaskCompletionSource<T>? current)
    {
        while (current is not null)
        {
            try
            {
                current.SetResult(await read());
            }
            catch (Exception error)
            {
                current.SetException(error);
            }

            lock (_lock)
            {
                current = _running = _next;
                _next = null;
            }
        }
    }

    private static TaskCompletionSource<T> Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
