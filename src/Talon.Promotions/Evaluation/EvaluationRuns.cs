using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Makes evaluation runs; the one list of what can load facts.</summary>
internal sealed class EvaluationRuns(CouponReader coupons)
{
    private readonly IFactLoader[] _loaders = [new ReservableCouponLoader(coupons), new UnstoredFacts()];

    /// <summary>A run for an update.</summary>
    public EvaluationRun Create(EvaluationSubject subject, EvaluationFacts facts, EvaluationOptions options) => new(subject, facts, options, _loaders);
}
