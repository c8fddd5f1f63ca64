using Talon.RuleEngine.Budgets;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Emits effects that a budget counts by one.</summary>
internal static class CountedEffect
{
    /// <summary>Emits unless something went wrong before or the budget is used up.</summary>
    public static bool Emit(Scope scope, Budget budget, EffectProps props, bool instant = false)
    {
        if (!TryTake(scope, budget, instant))
            return false;
        scope.Output.Emit(scope, props);
        return true;
    }

    /// <summary>Takes one from a budget for the effect that is emitted next.</summary>
    public static bool TryTake(Scope scope, Budget budget, bool instant = false)
    {
        if (scope.Fault is not null)
            return false;
        if (instant && scope.Facts.Done.Contains(scope.EffectKey))
            return true;
        if (budget.Left(scope, 1, out var refusal) < 1)
        {
            scope.Fail(refusal!);
            return false;
        }

        budget.Take(scope, 1, instant);
        return true;
    }
}
