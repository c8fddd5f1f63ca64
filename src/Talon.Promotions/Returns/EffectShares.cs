using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Lets effects of the session, or of a line as a whole, fall to units when a session closes, so that a return can take shares back.</summary>
internal sealed class EffectShares(CustomerSession session, int digits)
{
    private const int PointDigits = 2;

    private readonly Dictionary<(int? Line, decimal Value, int Digits), IReadOnlyList<ShareRun>> _spread = [];

    /// <summary>How an effect's value falls to the units, by their price before discounts; null where that is no question.</summary>
    public (int? Line, IReadOnlyList<ShareRun>? Runs) Of(EffectProps props)
    {
        var (line, unit) = EffectValue.Place(props);
        var value = EffectValue.Of(props);
        if (value == 0 || unit is not null || session.CartItems.Count == 0)
            return (null, null);
        var key = (line, value, props is AddLoyaltyPointsProps ? PointDigits : digits);
        if (!_spread.TryGetValue(key, out var runs))
            _spread[key] = runs = Runs(Spread.ByWeight(value, Weights(line), key.Item3));
        return (line, runs);
    }

    private decimal[] Weights(int? line)
    {
        var lines = line is { } only ? [session.CartItems[only]] : session.CartItems;
        return [.. lines.SelectMany(item => Enumerable.Repeat(item.Price ?? 0, item.Quantity))];
    }

    private static List<ShareRun> Runs(decimal[] shares)
    {
        var runs = new List<ShareRun>();
        foreach (var share in shares)
        {
            if (runs.Count > 0 && runs[^1].Amount == share)
                runs[^1] = runs[^1] with { Units = runs[^1].Units + 1 };
            else
                runs.Add(new ShareRun(1, share));
        }

        return runs;
    }
}
