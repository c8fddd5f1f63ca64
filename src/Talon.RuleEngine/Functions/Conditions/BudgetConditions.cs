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
            return Expression.Flag(scope => budget.Left(scope, decimal.MaxValue, out _) > 0);
        }))
    {
        Failure = "something is left of the budget for {0}",
        Explain = (condition, _) => new("LimitReached", $"budget for {condition.Arguments[0].Constant!.Value.String}", "used up", "above 0"),
    };

    public static readonly Function EnoughFor = new(
        "budgetEnoughFor", FunctionGroup.Condition,
        "Whether the campaign's budgets for an action leave at least an amount; true when there are none.",
        """["budgetEnoughFor", "setDiscount", 20]""",
        new Overload($"(action: {Action}, amount: number) -> boolean", call =>
        {
            var budget = call.Binder.Budget(call.Word(0));
            var amount = call.Number(1);
            return Expression.Flag(scope =>
            {
                var wanted = amount(scope);
                return wanted <= 0 || budget.Left(scope, wanted, out _) >= wanted;
            });
        }))
    {
        Failure = "the budget for {0} leaves at least {1}",
        Explain = (condition, scope) => new(
            "LimitReached", $"budget for {condition.Arguments[0].Constant!.Value.String}", "too low", $"at least {ValueText.Of(condition.Arguments[1].AsValue()(scope))}"),
    };
}
