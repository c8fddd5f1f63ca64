using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Puts together what a caller asked to be told.</summary>
internal sealed class StateBuilder(IdSource ids, AchievementService achievements, LoyaltyStates loyalty, ConfigurationStore configurations)
{
    /// <summary>The state after a session update.</summary>
    /// <param name="context">The request.</param>
    /// <param name="include">What the caller asked to be told.</param>
    /// <param name="session">The session as it is after the update; null for none.</param>
    /// <param name="profile">The customer as they are after it; null when anonymous.</param>
    /// <param name="eventType">The event that it is.</param>
    /// <param name="result">What the rules say.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="doings">What the update will do to points and progress; null when nothing is booked of its effects yet.</param>
    /// <param name="eventId">The event's id; null when only the answer names the event.</param>
    public async Task<IntegrationState> BuildAsync(
        RequestContext context,
        ResponseContent include,
        CustomerSession? session,
        CustomerProfile? profile,
        string eventType,
        EvaluationResult result,
        CancellationToken cancellation,
        LoyaltyDoings? doings = null,
        long? eventId = null) => new()
    {
        Effects = result.Effects,
        CustomerSession = include.HasFlag(ResponseContent.CustomerSession) ? session : null,
        CustomerProfile = include.HasFlag(ResponseContent.CustomerProfile) ? profile : null,
        TriggeredCampaigns = include.HasFlag(ResponseContent.TriggeredCampaigns) ? result.TriggeredCampaigns : null,
        RuleFailureReasons = include.HasFlag(ResponseContent.RuleFailureReasons) ? result.Failures : null,
        CampaignEligibility = include.HasFlag(ResponseContent.CampaignEligibility) ? result.Eligibility : null,
        Achievements = include.HasFlag(ResponseContent.Achievements) && profile is not null ? await achievements.ListAsync(context, profile.IntegrationId, [.. (doings?.Returned ?? []).Where(back => back.Claim is AchievementClaim)], cancellation) : null,
        Loyalty = include.HasFlag(ResponseContent.Loyalty)
            ? await loyalty.ReadAsync(configurations.Current.For(context.ApplicationId), profile?.IntegrationId, session?.LoyaltyCards ?? doings?.Cards ?? [], doings ?? LoyaltyDoings.Announced(result.Effects), context.Now, cancellation)
            : null,
        Event = include.HasFlag(ResponseContent.Event) ? await EventAsync(context, session, profile, eventType, result, eventId, cancellation) : null,
    };

    /// <summary>The coupons entered that exist, with their counters after the update.</summary>
    public static IReadOnlyList<IntegrationCoupon> Coupons(IReadOnlyList<CouponRead> reads, string? customer, IReadOnlyDictionary<LimitKey, decimal> usedAfter) =>
        [.. reads.Where(read => read.Coupon is not null).Select(read => Coupon(read, customer, usedAfter))];

    private static IntegrationCoupon Coupon(CouponRead read, string? customer, IReadOnlyDictionary<LimitKey, decimal> usedAfter)
    {
        var coupon = read.Coupon!;
        var granted = usedAfter.GetValueOrDefault(LimitKey.CouponDiscount(coupon.Id), read.Discount.Used);
        return new IntegrationCoupon
        {
            Id = coupon.Id,
            Created = coupon.Created,
            CampaignId = coupon.CampaignId,
            Value = coupon.Value,
            UsageLimit = coupon.UsageLimit,
            DiscountLimit = coupon.DiscountLimit,
            ReservationLimit = coupon.ReservationLimit,
            StartDate = coupon.StartDate,
            ExpiryDate = coupon.ExpiryDate,
            Limits = coupon.Limits,
            UsageCounter = (long)usedAfter.GetValueOrDefault(LimitKey.CouponUses(coupon.Id), read.Uses.Used),
            DiscountCounter = coupon.DiscountLimit is null ? null : granted,
            DiscountRemainder = coupon.DiscountLimit - granted,
            ReservationCounter = (long)usedAfter.GetValueOrDefault(LimitKey.CouponReservations(coupon.Id), read.Reservations.Used),
            Attributes = coupon.Attributes,
            ReferralId = coupon.ReferralId,
            RecipientIntegrationId = coupon.RecipientIntegrationId,
            ImportId = coupon.ImportId,
            Reservation = coupon.Reservation,
            BatchId = coupon.BatchId,
            IsReservationMandatory = coupon.IsReservationMandatory,
            ImplicitlyReserved = coupon.ImplicitlyReserved,
            ProfileRedemptionCount = customer is null ? 0 : (long)usedAfter.GetValueOrDefault(LimitKey.CouponUsesByProfile(coupon.Id, customer), read.CustomerUses.Used),
        };
    }

    private async Task<IntegrationEvent> EventAsync(RequestContext context, CustomerSession? session, CustomerProfile? profile, string eventType, EvaluationResult result, long? id, CancellationToken cancellation) => new()
    {
        Id = id ?? await ids.NextAsync(IdKinds.Event, cancellation),
        Created = context.Now,
        ApplicationId = context.ApplicationId,
        ProfileId = profile?.IntegrationId ?? "",
        StoreIntegrationId = session?.StoreIntegrationId,
        SessionId = session?.IntegrationId,
        Type = eventType,
        Effects = result.Effects,
    };
}
