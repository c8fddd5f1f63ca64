namespace Talon.Promotions;

/// <summary>Keeps guessing slow on one instance: few logins at a time, and few failures per address and minute.</summary>
internal sealed class LoginThrottle(TimeProvider clock)
{
    private const int MostAtOnce = 4;
    private const int MostFailures = 5;
    private const int MostAddresses = 1_000;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _failures = new(StringComparer.OrdinalIgnoreCase);
    private int _running;

    /// <summary>Runs a check of a password, unless there were too many.</summary>
    public bool Try(string address, Func<bool> check)
    {
        if (Interlocked.Increment(ref _running) > MostAtOnce || HasFailed(address))
        {
            Interlocked.Decrement(ref _running);
            throw new TooManyRequestsException("Too many logins; try again in a minute");
        }

        try
        {
            var right = check();
            if (!right)
                Note(address);
            return right;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private bool HasFailed(string address)
    {
        lock (_lock)
            return _failures.TryGetValue(address, out var times) && times.Count(time => time > clock.GetUtcNow() - Memory) >= MostFailures;
    }

    private void Note(string address)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var (other, times) in _failures.ToList())
            {
                times.RemoveAll(time => time <= now - Memory);
                if (times.Count == 0)
                    _failures.Remove(other);
            }

            if (_failures.TryGetValue(address, out var known))
                known.Add(now);
            else if (_failures.Count < MostAddresses)
                _failures[address] = [now];
        }
    }
}
