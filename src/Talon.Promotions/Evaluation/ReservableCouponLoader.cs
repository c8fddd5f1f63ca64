using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Loads the coupons that rules want to reserve.</summary>
internal sealed class ReservableCouponLoader(CouponReader coupons)
{
    /// <summary>The facts with the coupons that were missing; none of them is missing afterwards.</summary>
    public async Task<EvaluationFacts> LoadAsync(EvaluationSubject subject, EvaluationFacts facts, MissingFacts missing, CancellationToken cancellation)
    {
        if (missing.ReservableCoupons.Count == 0)
            return facts;
        string?[] customers = [facts.Profile?.IntegrationId, facts.Referral?.Referral?.AdvocateIntegrationId];
        var known = new Dictionary<string, ReservableCouponFacts>(facts.ReservableCoupons);
        foreach (var code in missing.ReservableCoupons)
            known[code] = await LoadAsync(subject, code, [.. customers.OfType<string>().Distinct()], cancellation);
        return facts with { ReservableCoupons = known };
    }

    private async Task<ReservableCouponFacts> LoadAsync(EvaluationSubject subject, string code, IReadOnlyList<string> customers, CancellationToken cancellation)
    {
        var application = subject.Application.Application;
        var reads = await Task.WhenAll(customers.DefaultIfEmpty(null).Select(customer => coupons.ReadAsync(application.Id, code, application.NormalizeCode(code), customer, cancellation)));
        if (reads[0].Coupon is not { } coupon)
            return new ReservableCouponFacts();
        subject.Counters.Add(reads[0], null);
        return new ReservableCouponFacts
        {
            CouponId = coupon.Id,
            HasRecipient = coupon.RecipientIntegrationId is not null,
            ReservationLimit = coupon.ReservationLimit ?? 0,
            Reservations = (long)reads[0].Reservations.Used,
            ReservedBy = customers.Zip(reads).Where(pair => pair.Second.Reserved).Select(pair => pair.First).ToHashSet(),
        };
    }
}
