using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Indexing;

/// <summary>Campaigns by the value that one text must have.</summary>
internal sealed class TextIndex(TextProbe probe, IEnumerable<(string Value, int Place)> entries)
{
    private readonly Dictionary<string, int[]> _places = entries
        .GroupBy(entry => entry.Value, entry => entry.Place, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Adds the campaigns whose value the facts have.</summary>
    public void Find(Scope scope, CandidateSet candidates)
    {
        if (probe.ItemSlot < 0)
        {
            Look(probe.Read(scope), scope, candidates);
            return;
        }

        CartItemFacts? line = null;
        foreach (ref readonly var unit in scope.Cart.Units.Span)
        {
            if (ReferenceEquals(((CartUnit)unit.Entity).Line, line))
                continue;
            line = ((CartUnit)unit.Entity).Line;
            scope.Slots[probe.ItemSlot] = unit;
            Look(probe.Read(scope), scope, candidates);
        }
    }

    private void Look(string value, Scope scope, CandidateSet candidates)
    {
        if (scope.Fault is not null)
            scope.Forgive();
        else if (_places.TryGetValue(value, out var places))
            candidates.AddAll(places);
    }
}
