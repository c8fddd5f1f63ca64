using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Puts units together to as many bundles as possible.</summary>
/// <remarks>
/// A unit may fit several parts. By Hall's theorem the parts can be filled exactly if every set of parts wants no more units
/// than fit at least one of them; so units wait in one queue for each set of parts they fit, and one is only taken where the
/// rest can still be filled.
/// </remarks>
internal sealed class BundleMaker
{
    private readonly Scope _scope;
    private readonly BundlePart[] _parts;
    private readonly IComparer<CartUnit> _order;
    private readonly Queue<CartUnit>[] _waiting;
    private readonly long[] _wanted;

    public BundleMaker(Scope scope, BundlePart[] parts, IComparer<CartUnit> order)
    {
        (_scope, _parts, _order) = (scope, parts, order);
        _wanted = new long[parts.Length];
        _waiting = new Queue<CartUnit>[1 << parts.Length];
        for (var fits = 0; fits < _waiting.Length; fits++)
            _waiting[fits] = new Queue<CartUnit>();

        var fit = new Dictionary<CartUnit, int>();
        for (var part = 0; part < parts.Length; part++)
        {
            scope.Step(parts[part].Items.Count);
            foreach (ref readonly var item in parts[part].Items.Span)
                if (scope.Admits((CartUnit)item.Entity))
                    fit[(CartUnit)item.Entity] = fit.GetValueOrDefault((CartUnit)item.Entity) | 1 << part;
        }

        foreach (var (unit, fits) in fit.OrderBy(entry => entry.Key, order))
            _waiting[fits].Enqueue(unit);
    }

    public ValueList Make(int max)
    {
        var count = (int)Math.Min(max, Most());
        for (var part = 0; part < _parts.Length; part++)
            _wanted[part] = (long)count * _parts[part].Quantity;

        var bundles = new Value[count];
        for (var i = 0; i < count; i++)
            bundles[i] = Value.OfEntity(new CartBundle(i, One()));
        return ValueList.From(bundles);
    }

    /// <summary>How many bundles there can be.</summary>
    private long Most()
    {
        var most = long.MaxValue;
        for (var set = 1; set < _waiting.Length; set++)
        {
            var perBundle = 0L;
            for (var part = 0; part < _parts.Length; part++)
                if ((set & 1 << part) != 0)
                    perBundle += _parts[part].Quantity;
            if (perBundle > 0)
                most = Math.Min(most, Fitting(set) / perBundle);
        }

        return most == long.MaxValue ? 0 : most;
    }

    private ValueList One()
    {
        var units = new List<Value>();
        for (var part = 0; part < _parts.Length; part++)
            for (var n = 0; n < _parts[part].Quantity; n++)
                units.Add(Value.OfEntity(Next(part)));
        return ValueList.From(units.ToArray());
    }

    /// <summary>The first unit in order that fits the part and leaves enough for all others.</summary>
    private CartUnit Next(int part)
    {
        _scope.Step(_waiting.Length);
        var best = -1;
        _wanted[part]--;
        for (var fits = 1; fits < _waiting.Length; fits++)
            if ((fits & 1 << part) != 0 && _waiting[fits].Count > 0
                && (best < 0 || _order.Compare(_waiting[fits].Peek(), _waiting[best].Peek()) < 0)
                && IsEnoughWithout(fits))
                best = fits;
        return _waiting[best].Dequeue();
    }

    /// <summary>Whether all parts can be filled when one unit of a queue is gone.</summary>
    private bool IsEnoughWithout(int taken)
    {
        for (var set = 1; set < _waiting.Length; set++)
        {
            var wanted = 0L;
            for (var part = 0; part < _parts.Length; part++)
                if ((set & 1 << part) != 0)
                    wanted += _wanted[part];
            if (wanted > Fitting(set) - ((taken & set) != 0 ? 1 : 0))
                return false;
        }

        return true;
    }

    /// <summary>Units left that fit at least one part of the set.</summary>
    private int Fitting(int set)
    {
        var units = 0;
        for (var fits = 1; fits < _waiting.Length; fits++)
            if ((fits & set) != 0)
                units += _waiting[fits].Count;
        return units;
    }
}
