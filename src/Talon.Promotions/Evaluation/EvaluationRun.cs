using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Evaluates, reads the counters that the rules turned out to need, and evaluates again until nothing is missing.</summary>
internal sealed class EvaluationRun(EngineSnapshot engine, EvaluationFacts facts, EvaluationOptions options, CounterBook counters)
{
    /// <summary>The final result for the counters as they now are.</summary>
    public async Task<EvaluationResult> EvaluateAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var result = Evaluator.Evaluate(engine, facts with { Used = counters.Used }, options);
            if (result.Missing.IsEmpty)
                return result;
            await counters.ReadAsync(result.Missing.Limits, cancellation);
        }
    }
}
