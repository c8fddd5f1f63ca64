namespace Talon.Promotions;

/// <summary>The idempotency keys of requests that this instance is running.</summary>
internal sealed class RunningKeys
{
    private readonly HashSet<string> _running = [];

    /// <summary>Notes that a request runs, until the result is disposed.</summary>
    /// <exception cref="ConflictException">A request with the same key is running.</exception>
    public IDisposable? Begin(RequestContext context)
    {
        if (context.Idempotency is not { } key)
            return null;
        var name = $"{context.ApplicationId}\n{key.Operation}\n{key.Key}";
        lock (_running)
        {
            if (!_running.Add(name))
                throw new ConflictException("A request with this idempotency key is still running");
        }

        return new Run(this, name);
    }

    private sealed class Run(RunningKeys keys, string name) : IDisposable
    {
        public void Dispose()
        {
            lock (keys._running)
                keys._running.Remove(name);
        }
    }
}
