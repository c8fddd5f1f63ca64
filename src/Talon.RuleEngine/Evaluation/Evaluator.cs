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
    /// <remarks>
    /// The effects come from the campaigns that can match, found by an index. Reasons have to be found for all others too, so
    /// they are found when they are first read, by evaluating every campaign once more.
    /// </remarks>
    /// <param name="snapshot">The configuration.</param>
    /// <param name="facts">The update.</param>
    /// <param name="options">What is asked for.</param>
    public static EvaluationResult Evaluate(EngineSnapshot snapshot, EvaluationFacts facts, EvaluationOptions options)
    {
        var result = new EvaluationRun(snapshot, facts, options, explains: false).Run();
        if (!options.ExplainFailures && !options.Eligibility)
            return result;

        var reasons = new Lazy<RunLog>(() => new EvaluationRun(snapshot, facts, options, explains: true).Explain());
        return result with
        {
            Failures = options.ExplainFailures ? new DeferredList<RuleFailure>(() => reasons.Value.Failures) : [],
            Eligibility = options.Eligibility ? new DeferredList<CampaignVerdict>(() => reasons.Value.Verdicts) : [],
        };
    }
}
