namespace Talon.RuleEngine;

/// <summary>Arithmetic of amounts of money.</summary>
public static class Amounts
{
    /// <summary>The most that one effect grants, in money or points: sums of a million such still fit a decimal.</summary>
    public const decimal Largest = 10_000_000_000_000_000_000_000m;

    private static readonly ulong[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>Rounds to that many digits, half away from zero, and drops trailing zeros.</summary>
    public static decimal Round(decimal amount, int digits)
    {
        var cut = amount.Scale - digits;
        if (cut <= 0)
            return Normalise(amount);
        if (cut >= Powers.Length || !TryTakeApart(amount, out var mantissa, out var isNegative))
            return Normalise(Math.Round(amount, digits, MidpointRounding.AwayFromZero));

        var (whole, rest) = Math.DivRem(mantissa, Powers[cut]);
        return Short(rest * 2 >= Powers[cut] ? whole + 1 : whole, digits, isNegative);
    }

    /// <summary>The same number without trailing zeros: 24.60 becomes 24.6.</summary>
    public static decimal Normalise(decimal number)
    {
        if (number.Scale == 0)
            return number;
        return TryTakeApart(number, out var mantissa, out var isNegative)
            ? Short(mantissa, number.Scale, isNegative)
            : Long(number);
    }

    /// <summary>The digits of a number, when they fit; almost all amounts do, and integers are much faster than decimals.</summary>
    private static bool TryTakeApart(decimal number, out ulong mantissa, out bool isNegative)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        mantissa = (uint)bits[0] | (ulong)(uint)bits[1] << 32;
        isNegative = bits[3] < 0;
        return bits[2] == 0 && mantissa <= long.MaxValue;
    }

    private static decimal Short(ulong mantissa, int scale, bool isNegative)
    {
        while (scale > 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            scale--;
        }

        return new decimal((int)mantissa, (int)(mantissa >> 32), 0, isNegative && mantissa != 0, (byte)scale);
    }

    private static decimal Long(decimal number)
    {
        while (number.Scale > 0)
        {
            var shorter = Math.Round(number, number.Scale - 1, MidpointRounding.ToZero);
            if (shorter != number)
                return number;
            number = shorter;
        }

        return number;
    }
}
