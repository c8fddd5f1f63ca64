using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The idempotency keys of requests that this instance is running; of those that others run, the gate's leases tell.</summary>
internal sealed class RunningKeys
{
    private readonly HashSet<string> _running = [];

    /// <summary>Notes that a request runs, until the result is disposed.</summary>
    /// <exception cref="ConflictException">A request with the same key is running.</exception>
    public IDisposable? Begin(RequestContext context)
    {
        if (NameOf(context) is not { } name)
            return null;
        lock (_running)
        {
            if (!_running.Add(name))
                throw StillRunning();
        }

        return new Run(this, name);
    }

    /// <summary>What repeats of a request have in common; null without a key.</summary>
    public static string? NameOf(RequestContext context) => context.Idempotency is { } key
        ? KeyText.Hash(string.Create(CultureInfo.InvariantCulture, $"{context.ApplicationId}\n{key.Text}"))
        : null;

    /// <summary>The refusal of a repeat that came too early.</summary>
    public static ConflictException StillRunning() => new("A request with this idempotency key is still running");

    private sealed class Run(RunningKeys keys, string name) : IDisposable
    {
        public void Dispose()
        {
            lock (keys._running)
                keys._running.Remove(name);
        }
    }
}
