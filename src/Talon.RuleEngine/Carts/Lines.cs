namespace Talon.RuleEngine.Carts;

/// <summary>Cart lines, and the units they consist of.</summary>
internal static class Lines
{
    private const int MaxUnits = 100_000;

    /// <summary>Splits lines into units; a cart far beyond the limits of the API is not split, so that it cannot fill the memory.</summary>
    public static Value[] Split(IReadOnlyList<CartItemFacts> lines, bool flatten)
    {
        var all = 0L;
        for (var i = 0; i < lines.Count; i++)
            all += flatten ? Remaining(lines[i]) : Math.Min(1, Remaining(lines[i]));
        if (all > MaxUnits && flatten)
            return Split(lines, flatten: false);

        var units = new Value[all];
        var next = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var remaining = Remaining(line);
            var pieces = flatten ? 1 : remaining;
            for (var sub = 0; sub * (long)pieces < remaining; sub++, next++)
                units[next] = Value.OfEntity(new CartUnit(line, sub, pieces, next));
        }

        return units;
    }

    /// <summary>Sum of price times units.</summary>
    public static decimal PriceOf(IReadOnlyList<CartItemFacts> lines)
    {
        var total = 0m;
        for (var i = 0; i < lines.Count; i++)
            total += lines[i].Price * Remaining(lines[i]);
        return total;
    }

    /// <summary>Units that were not returned.</summary>
    private static int Remaining(CartItemFacts line) => Math.Max(0, line.Quantity - line.ReturnedQuantity);
}
