namespace Talon.RuleEngine.Evaluation;

/// <summary>How much work an evaluation may cost; a step is one element of a list looked at.</summary>
internal sealed class StepBudget
{
    /// <summary>Steps of one campaign.</summary>
    public const int PerCampaign = 2_000_000;

    /// <summary>Steps of all campaigns together.</summary>
    public const int PerEvaluation = 20_000_000;

    private int _left = PerEvaluation;

    /// <summary>What the next campaign may use.</summary>
    public int Next => Math.Min(_left, PerCampaign);

    public void Spend(int steps) => _left -= steps;
}
