using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Evaluates, loads the facts that the rules turned out to need, and evaluates again until nothing is missing.</summary>
internal sealed class EvaluationRun(
    EvaluationSubject subject,
    Func<CancellationToken, Task<EvaluationFacts>> factsAsync,
    EvaluationOptions options,
    ReservableCouponLoader reservable)
{
    private EvaluationFacts? _facts;

    /// <summary>What is known of things that can be claimed.</summary>
    public Books Books => subject.Books;

    /// <summary>The final result for the books as they now are.</summary>
    public async Task<EvaluationResult> EvaluateAsync(CancellationToken cancellation)
    {
        _facts ??= await factsAsync(cancellation);
        while (true)
        {
            var result = Evaluator.Evaluate(subject.Application.Engine, Current(_facts), options);
            if (result.Missing.IsEmpty)
                return await Books.CompleteAsync(result, cancellation);
            var reading = Books.ReadAsync(result.Missing, cancellation);
            _facts = await reservable.LoadAsync(subject, _facts, result.Missing, cancellation);
            await reading;
        }
    }

    /// <summary>The facts as they now are; what was refused shows in reservations too.</summary>
    private EvaluationFacts Current(EvaluationFacts facts) => Books.AddTo(facts with
    {
        ReservableCoupons = facts.ReservableCoupons.Count == 0
            ? facts.ReservableCoupons
            : facts.ReservableCoupons.ToDictionary(coupon => coupon.Key, coupon => Current(coupon.Value)),
    });

    private ReservableCouponFacts Current(ReservableCouponFacts coupon) =>
        coupon.CouponId is { } id && subject.Counters.Used.TryGetValue(LimitKey.CouponReservations(id), out var used) ? coupon with { Reservations = (long)used } : coupon;
}
