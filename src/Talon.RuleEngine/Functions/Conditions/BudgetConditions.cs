using Talon.RuleEngine.Budgets;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Conditions on the campaign's own budgets.</summary>
internal static class BudgetConditions
{
    private static readonly string Action = string.Join(" | ", LimitActions.All.Select(action => $"'{action}'"));

    public static readonly Function Available = new(
        "budgetAvailable", FunctionGroup.Condition,
        "Whether anything is left of the campaign's budgets for an action; true when there are none.",
        """["budgetAvailable", "setDiscount"]""",
        new Overload($"(action: {Action}) -> boolean", call =>
        {
            var budget = call.Binder.Budget(call.Word(0));
            return new Expression<bool>(TalangType.Boolean, scope => budget.Left(scope, Budget.Anything, out _) > 0)
            {
                Why = scope => Refusal(budget, scope, Budget.Anything) with { Required = "more than 0", Change = null },
            };
        }))
    {
        Failure = "something is left of the budget for {0}",
    };

    public static readonly Function EnoughFor = new(
        "budgetEnoughFor", FunctionGroup.Condition,
        "Whether the campaign's budgets for an action leave at least an amount; true when there are none.",
        """["budgetEnoughFor", "setDiscount", 20]""",
        new Overload($"(action: {Action}, amount: number) -> boolean", call =>
        {
            var budget = call.Binder.Budget(call.Word(0));
            var amount = call.Number(1);
            return new Expression<bool>(TalangType.Boolean, scope => amount(scope) is var wanted && (wanted <= 0 || budget.Left(scope, wanted, out _) >= wanted))
            {
                Why = scope => Refusal(budget, scope, amount(scope)),
            };
        }))
    {
        Failure = "the budget for {0} leaves at least {1}",
    };

    private static Explanation Refusal(Budget budget, Scope scope, decimal wanted)
    {
        budget.Left(scope, wanted, out var refusal);
        return refusal?.Explanation ?? new("LimitReached", $"budget for {budget.Action}", "enough", $"at least {ValueText.Of(wanted)}");
    }
}
