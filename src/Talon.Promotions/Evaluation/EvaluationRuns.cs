using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Makes evaluation runs.</summary>
internal sealed class EvaluationRuns(CouponReader coupons)
{
    private readonly ReservableCouponLoader _reservable = new(coupons);

    /// <summary>A run for an update.</summary>
    public EvaluationRun Create(EvaluationSubject subject, EvaluationFacts facts, EvaluationOptions options) => Create(subject, _ => Task.FromResult(facts), options);

    /// <summary>A run for an update whose facts are still to be read, when it is first evaluated.</summary>
    public EvaluationRun Create(EvaluationSubject subject, Func<CancellationToken, Task<EvaluationFacts>> factsAsync, EvaluationOptions options) => new(subject, factsAsync, options, _reservable);
}
