using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Conditions on achievements. One that is not known counts as not started, and is reported as missing.</summary>
internal static class AchievementConditions
{
    public static readonly Function Is = new(
        "achievementIs", FunctionGroup.Condition,
        "Whether the customer has started an achievement, is in the middle of it, has completed it, or completes it with this update.",
        """["achievementIs", "collector", "justCompleted"]""",
        new Overload("(achievement: @achievement, state: 'started' | 'inProgress' | 'completed' | 'justCompleted') -> boolean", call =>
        {
            var id = call.Reference<NamedEntity>(0).Id;
            var state = call.Word(1);
            return Expression.Flag(scope => Progress.Of(scope, id) is { } progress && state switch
            {
                "started" => progress.Started,
                "inProgress" => progress.Started && !progress.Completed,
                "completed" => progress.Completed,
                _ => progress.JustCompleted,
            });
        }))
    {
        Failure = "the achievement is {1}",
        Explain = (condition, scope) =>
        {
            var achievement = (NamedEntity)((ReferenceExpression)condition.Arguments[0]).Target;
            var actual = Progress.Of(scope, achievement.Id) is { Started: true } progress
                ? progress.Completed ? "completed" : $"at {ValueText.Of(progress.Value)} of {ValueText.Of(progress.Facts.Target)}"
                : "not started";
            return new("AchievementState", $"achievement \"{achievement.Name}\"", actual, condition.Arguments[1].Constant!.Value.String);
        },
    };

    public static readonly Function ProgressOf = new(
        "achievementProgress", FunctionGroup.Condition,
        "The customer's progress in an achievement.",
        """[">=", ["achievementProgress", "collector"], 5]""",
        new Overload("(achievement: @achievement) -> number", call =>
        {
            var id = call.Reference<NamedEntity>(0).Id;
            return Expression.Number(scope => Progress.Of(scope, id)?.Value ?? 0);
        }));
}
