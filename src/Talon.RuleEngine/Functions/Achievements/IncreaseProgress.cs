using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>increaseAchievementProgress</c>.</summary>
internal static class IncreaseProgress
{
    private const int MaxIterations = 100;

    private static readonly Fault NotPositive = Fault.Refused(new("NegativeAmount", "progress", "not positive", "above zero"));

    public static readonly Function Function = new(
        "increaseAchievementProgress", FunctionGroup.Effect,
        "Adds progress to an achievement of the customer. What goes beyond the target starts the next iteration of an achievement that recurs on completion, and is lost otherwise; nothing happens to one that is completed, or outside its dates.",
        """["increaseAchievementProgress", "collector", 1]""",
        new Overload("(achievement: @achievement, value: number) -> effect", call =>
        {
            var achievement = call.Reference<NamedEntity>(0);
            var value = call.Number(1);
            var customer = Customer.Of(call);
            return Expression.Effect(scope =>
            {
                var amount = value(scope);
                customer.Demand(scope);
                if (amount <= 0)
                    scope.Fail(NotPositive);
                return scope.Fault is null && Increase(scope, achievement, Amounts.Normalise(amount));
            });
        }))
    {
        Failure = "there is no customer, or the progress is not above zero",
    };

    private static bool Increase(Scope scope, NamedEntity achievement, decimal amount)
    {
        if (Progress.Of(scope, achievement.Id) is not { } progress)
        {
            scope.Output.Emit(scope, new IncreaseAchievementProgressProps(achievement.Id, achievement.Name, amount, amount, 0, false));
            return true;
        }

        var facts = progress.Facts;
        var counts = (facts.StartDate is not { } start || scope.Facts.Now >= start) && (facts.EndDate is not { } end || scope.Facts.Now < end);
        if (!counts || facts.Target <= 0 || (progress.Completed && !facts.RecursOnCompletion))
            return false;

        var (value, isNew) = (progress.Completed ? 0 : progress.Value, !progress.Started || progress.Completed);
        var tracker = isNew ? null : facts.ProgressTrackerId;
        for (var i = 0; i < MaxIterations && amount > 0; i++)
        {
            if (isNew)
                scope.Output.Emit(scope, new StartAchievementProgressProps(achievement.Id, achievement.Name, 0, facts.Target, facts.StartDate ?? scope.Facts.Now, facts.EndDate));
            var delta = Math.Min(amount, facts.Target - value);
            value += delta;
            amount -= delta;
            scope.Known.Progress.Add(achievement.Id, delta);
            scope.Output.Emit(scope, new IncreaseAchievementProgressProps(achievement.Id, achievement.Name, delta, value, facts.Target, value == facts.Target, tracker));
            if (!facts.RecursOnCompletion)
                break;
            (value, isNew, tracker) = (0, true, null);
        }

        return true;
    }
}
