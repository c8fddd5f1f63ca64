using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Indexing;

/// <summary>Campaigns by the least that one number must be.</summary>
internal sealed class ThresholdIndex
{
    private readonly NumberProbe _probe;
    private readonly decimal[] _limits;
    private readonly int[] _places;

    public ThresholdIndex(NumberProbe probe, IEnumerable<(decimal Limit, int Place)> entries)
    {
        _probe = probe;
        var sorted = entries.OrderBy(entry => entry.Limit).ToArray();
        _limits = Array.ConvertAll(sorted, entry => entry.Limit);
        _places = Array.ConvertAll(sorted, entry => entry.Place);
    }

    /// <summary>Adds the campaigns whose limit the facts reach.</summary>
    public void Find(Scope scope, CandidateSet candidates)
    {
        var number = _probe.Read(scope);
        if (scope.Fault is not null)
            scope.Forgive();
        else
            candidates.AddAll(_places.AsSpan(0, Reached(number)));
    }

    private int Reached(decimal number)
    {
        var (low, high) = (0, _limits.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_limits[middle] <= number)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
