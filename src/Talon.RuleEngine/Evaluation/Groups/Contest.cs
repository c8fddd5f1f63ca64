using Talon.RuleEngine.Carts;

namespace Talon.RuleEngine.Evaluation;

/// <summary>Who wins when members of a group compete by discount. Ties go to the one that comes first.</summary>
internal static class Contest
{
    /// <summary>The winner for the session; -1 when nobody triggered.</summary>
    /// <remarks>Who gives no discount takes part only when nobody gives one.</remarks>
    public static int ForSession(EvaluationMode mode, IReadOnlyList<Trial> trials)
    {
        var winner = -1;
        for (var i = 0; i < trials.Count; i++)
            if (trials[i].Triggered && (winner < 0 || Beats(mode, trials[i].Discount, trials[winner].Discount)))
                winner = i;
        return winner;
    }

    /// <summary>The winner for each unit that anyone grants something on.</summary>
    public static Dictionary<CartUnit, int> ForUnits(EvaluationMode mode, IReadOnlyList<Trial> trials)
    {
        var winners = new Dictionary<CartUnit, int>();
        for (var i = 0; i < trials.Count; i++)
            foreach (var (unit, discount) in trials[i].Units)
                if (!winners.TryGetValue(unit, out var winner) || Beats(mode, discount, trials[winner].Units[unit]))
                    winners[unit] = i;
        return winners;
    }

    private static bool Beats(EvaluationMode mode, decimal discount, decimal best) =>
        discount > 0 && (best == 0 || (mode == EvaluationMode.HighestDiscount ? discount > best : discount < best));
}
