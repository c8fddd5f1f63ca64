using Talon.RuleEngine.Evaluation;

namespace Talon.RuleEngine;

/// <summary>Evaluates the campaigns of a snapshot.</summary>
public static class Evaluator
{
    /// <summary>
    /// Evaluates. The same arguments give the same result; nothing else is read and nothing is changed, so that any number of
    /// threads may evaluate at once. Never throws because of facts or campaigns: a campaign that cannot be evaluated gives an
    /// <c>error</c> effect.
    /// </summary>
    /// <param name="snapshot">The configuration.</param>
    /// <param name="facts">The update.</param>
    /// <param name="options">What is asked for.</param>
    public static EvaluationResult Evaluate(EngineSnapshot snapshot, EvaluationFacts facts, EvaluationOptions options) =>
        new EvaluationRun(snapshot, facts, options).Run();
}
