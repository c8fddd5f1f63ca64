namespace Talon.RuleEngine;

/// <summary>Arithmetic of amounts of money.</summary>
public static class Amounts
{
    /// <summary>Rounds to that many digits, half away from zero, and drops trailing zeros.</summary>
    public static decimal Round(decimal amount, int digits) => Normalise(Math.Round(amount, digits, MidpointRounding.AwayFromZero));

    /// <summary>The same number without trailing zeros: 24.60 becomes 24.6.</summary>
    public static decimal Normalise(decimal number)
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
