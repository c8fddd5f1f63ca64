namespace Talon.Promotions;

/// <summary>Lets callers share work, each getting a run of it that began after it asked.</summary>
internal sealed class SharedRun<T>(Func<Task<T>> work)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<T>? _running;
    private TaskCompletionSource<T>? _next;

    /// <summary>The result of a run that begins now, or after the one under way.</summary>
    public Task<T> RunAsync()
    {
        TaskCompletionSource<T> mine;
        lock (_lock)
        {
            if (_running is not null)
                return (_next ??= Create()).Task;
            mine = _running = Create();
        }

        _ = LoopAsync(mine);
        return mine.Task;
    }

    private async Task LoopAsync(TaskCompletionSource<T>? current)
    {
        while (current is not null)
        {
            try
            {
                current.SetResult(await work());
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
