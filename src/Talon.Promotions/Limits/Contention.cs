namespace Talon.Promotions;

/// <summary>What one instance sees of how others get in its way at counters.</summary>
/// <param name="splitAfter">After how many conflicts at a counter within a minute its limit is split; 0 to split every one.</param>
/// <param name="clock">Time.</param>
internal sealed class Contention(int splitAfter, TimeProvider clock)
{
    private const int MostRemembered = 1_000;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Partition, string Stock), (int Conflicts, DateTimeOffset Since)> _conflicts = [];
    private volatile int _stripe = -1;

    /// <summary>The stripe to take from where limits are split.</summary>
    public int Stripe(Claim asking) => _stripe < 0 ? _stripe = Draw(asking) : _stripe;

    /// <summary>Whether others were in the way at a counter so often that its limit is to be split.</summary>
    public bool Splits(string partition, string stock)
    {
        if (splitAfter == 0)
            return true;
        lock (_conflicts)
            return _conflicts.TryGetValue((partition, stock), out var met) && met.Conflicts >= splitAfter;
    }

    /// <summary>Notes that somebody else was faster at a row that claims take from.</summary>
    public void Met(string partition, string row, Claim asking)
    {
        if (row != asking.Stock)
        {
            _stripe = Draw(asking);
            return;
        }

        lock (_conflicts)
        {
            if (_conflicts.Count >= MostRemembered)
                _conflicts.Clear();
            var now = clock.GetUtcNow();
            var met = _conflicts.GetValueOrDefault((partition, row));
            _conflicts[(partition, row)] = now - met.Since < Span ? met with { Conflicts = met.Conflicts + 1 } : (1, now);
        }
    }

    /// <summary>A stripe by chance: ids are random.</summary>
    private static int Draw(Claim asking) => asking.Id.Sum(digit => digit) % CounterState.Width;
}
