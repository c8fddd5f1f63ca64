using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>How far the customer is with an achievement, with what this evaluation adds.</summary>
/// <param name="Facts">What is known.</param>
/// <param name="Value">Progress in the iteration that runs.</param>
/// <param name="Completed">Whether the last iteration is completed.</param>
/// <param name="JustCompleted">Whether this evaluation completed it.</param>
internal readonly record struct Progress(AchievementFacts Facts, decimal Value, bool Completed, bool JustCompleted)
{
    public bool Started => Facts.Started || Value > 0 || Completed;

    /// <summary>The progress; null when the achievement is not known, which is noted.</summary>
    public static Progress? Of(Scope scope, long id)
    {
        if (scope.Known.Achievement(id) is not { } facts)
            return null;
        var added = scope.Known.Progress[id];
        if (facts.Target <= 0 || added == 0)
            return new(facts, facts.Progress, facts.Completed, false);
        var before = facts.Completed && facts.RecursOnCompletion ? 0 : facts.Progress;
        var total = before + added;
        if (!facts.RecursOnCompletion)
            return new(facts, Math.Min(total, facts.Target), total >= facts.Target, total >= facts.Target && !facts.Completed);
        var just = total >= facts.Target;
        return new(facts, total % facts.Target, just && total % facts.Target == 0, just);
    }
}
