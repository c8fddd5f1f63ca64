namespace Talon.Promotions;

/// <summary>What one instance sees of how others get in its way at counters.</summary>
/// <param name="splitAfter">After how many conflicts at a counter its limit is split; 0 to split every one.</param>
/// <param name="span">How long conflicts count, and how long a split limit is left split once others are quiet.</param>
/// <param name="clock">Time.</param>
internal sealed class Contention(int splitAfter, TimeSpan span, TimeProvider clock)
{
    private const int MostRemembered = 1_000;

    private readonly Dictionary<(string Partition, string Stock), (int Conflicts, DateTimeOffset Since)> _conflicts = [];
    private volatile int _stripe = -1;

    /// <summary>What happened before this moment no longer counts: conflicts, and claims from other stripes.</summary>
    public DateTimeOffset Quiet => clock.GetUtcNow() - span;

    /// <summary>The stripe to take from where limits are split.</summary>
    public int Stripe(Claim asking) => _stripe < 0 ? _stripe = Draw(asking) : _stripe;

    /// <summary>Whether others were in the way at a counter so often, and so lately, that its limit is to be split.</summary>
    public bool Splits(string partition, string stock)
    {
        if (splitAfter == 0)
            return true;
        lock (_conflicts)
            return _conflicts.TryGetValue((partition, stock), out var met) && met.Conflicts >= splitAfter && met.Since > Quiet;
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
            var met = _conflicts.GetValueOrDefault((partition, row));
            _conflicts[(partition, row)] = met.Since > Quiet ? met with { Conflicts = met.Conflicts + 1 } : (1, clock.GetUtcNow());
        }
    }

    /// <summary>A stripe by chance: ids are random.</summary>
    private static int Draw(Claim asking) => asking.Id.Sum(digit => digit) % CounterState.Width;
}
