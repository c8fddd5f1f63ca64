using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Loads facts of one kind that an evaluation turned out to need.</summary>
internal interface IFactLoader
{
    /// <summary>The facts with what was missing of its kind; none of it is missing afterwards.</summary>
    Task<EvaluationFacts> LoadAsync(EvaluationSubject subject, EvaluationFacts facts, MissingFacts missing, CancellationToken cancellation);
}
