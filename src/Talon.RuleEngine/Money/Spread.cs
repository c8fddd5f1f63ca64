namespace Talon.RuleEngine;

/// <summary>Spreads an amount over parts so that the parts sum to the whole.</summary>
public static class Spread
{
    /// <summary>
    /// Spreads by weight with the largest remainder: each part gets its share rounded down to the minor unit, and what is left
    /// goes in minor units to the largest remainders, ties to the earlier part. What is finer than a minor unit goes to the
    /// first part. A weight below zero counts as zero, and equal weights are taken when none is above.
    /// </summary>
    /// <param name="amount">The whole, zero or more.</param>
    /// <param name="weights">One weight for each part; at least one.</param>
    /// <param name="digits">Digits of the minor unit.</param>
    public static decimal[] ByWeight(decimal amount, ReadOnlySpan<decimal> weights, int digits)
    {
        var parts = new decimal[weights.Length];
        if (weights.Length == 0)
            return parts;

        var sum = 0m;
        foreach (var weight in weights)
            sum += Math.Max(weight, 0);

        var remainders = new decimal[weights.Length];
        var left = amount;
        for (var i = 0; i < parts.Length; i++)
        {
            var share = Share(amount, sum > 0 ? Math.Max(weights[i], 0) : 1, sum > 0 ? sum : parts.Length);
            parts[i] = Math.Round(share, digits, MidpointRounding.ToZero);
            remainders[i] = share - parts[i];
            left -= parts[i];
        }

        HandOut(parts, remainders, left, digits);
        return parts;
    }

    private static decimal Share(decimal amount, decimal weight, decimal sum)
    {
        try
        {
            return amount * weight / sum;
        }
        catch (OverflowException)
        {
            return amount * (weight / sum);
        }
    }

    private static void HandOut(decimal[] parts, decimal[] remainders, decimal left, int digits)
    {
        var unit = new decimal(1, 0, 0, false, (byte)digits);
        var order = new int[parts.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => remainders[b] != remainders[a] ? remainders[b].CompareTo(remainders[a]) : a.CompareTo(b));

        for (var i = 0; i < order.Length && left >= unit; i++)
        {
            parts[order[i]] += unit;
            left -= unit;
        }

        parts[order[0]] += left;
        for (var i = 0; i < parts.Length; i++)
            parts[i] = Amounts.Normalise(parts[i]);
    }
}
