using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Codes;

/// <summary>Whether a coupon may be redeemed, the most specific reason first.</summary>
internal static class CouponCheck
{
    /// <summary>Checks what does not change while campaigns are evaluated; null when nothing speaks against it.</summary>
    /// <param name="facts">The update.</param>
    /// <param name="entered">The code.</param>
    /// <param name="campaign">Its campaign; null when it is not in force at all.</param>
    /// <param name="runs">Whether the campaign runs.</param>
    public static Rejection? Standing(EvaluationFacts facts, CouponFacts entered, CompiledCampaign? campaign, bool runs)
    {
        if (entered.Coupon is not { } coupon)
            return Rejection.Of("CouponNotFound", "coupon code", entered.Code, "a code that exists");
        if (coupon.StartDate is { } start && facts.Now < start)
            return Rejection.Of("CouponStartDateInFuture", "coupon", "not valid yet", $"{ValueText.Of(start)} or later");
        if (coupon.ExpiryDate is { } end && facts.Now >= end)
            return Rejection.Of("CouponExpired", "coupon", "expired", $"a time before {ValueText.Of(end)}");
        if (campaign is null || !runs)
            return Rejection.Of("CouponPartOfNotRunningCampaign", "campaign of the coupon", "not running", "running");
        if (facts.Profile is null && NeedsProfile(coupon, campaign))
            return Rejection.Of("ProfileRequired", "customer profile", "none", "one");
        if (coupon.RecipientIntegrationId is { Length: > 0 } recipient && facts.Profile?.IntegrationId != recipient)
            return Rejection.Of("CouponRecipientDoesNotMatch", "customer", "another one", "the recipient of the coupon");
        if (coupon.ReservationMandatory && !coupon.ReservedByProfile)
            return Rejection.Of("CouponReservationRequired", "reservation of the coupon", "none", "one by the customer");
        return null;
    }

    /// <summary>Checks the limits, with what earlier effects of this evaluation take; null when none is reached.</summary>
    public static Rejection? Limits(Scope scope, CouponState coupon, CompiledCampaign campaign)
    {
        if (coupon.UsageLimit > 0)
        {
            var used = scope.Known.Used(LimitKey.CouponUses(coupon.Id));
            if (used >= coupon.UsageLimit)
            {
                scope.Known.Short.Limit(LimitKey.CouponUses(coupon.Id));
                return Rejection.Of("CouponLimitReached", "redemptions of the coupon", ValueText.Of(used), $"fewer than {coupon.UsageLimit}");
            }
        }

        return campaign.CouponBudget.Left(scope, 1, out var refusal) < 1
            ? new(refusal!.RejectionReason!, refusal.Explanation)
            : null;
    }

    /// <summary>Takes one redemption, for the effect that is emitted next.</summary>
    public static void Redeem(Scope scope, CouponState coupon, CompiledCampaign campaign)
    {
        scope.Output.Charge(LimitKey.CouponUses(coupon.Id), 1, coupon.UsageLimit > 0 ? coupon.UsageLimit : null, false);
        if (scope.Facts.Profile is { } profile && !(coupon.Limits.Count > 0 && coupon.Limits.Any(CountsSameAsProfile)))
            scope.Output.Charge(LimitKey.CouponUsesByProfile(coupon.Id, profile.IntegrationId), 1, null, false);
        campaign.CouponBudget.Take(scope, 1);
    }

    private static bool CountsSameAsProfile(LimitDefinition limit) =>
        limit is { Action: LimitActions.RedeemCoupon, Period: null, Entities: [LimitEntity.Profile] };

    private static bool NeedsProfile(CouponState coupon, CompiledCampaign campaign) =>
        coupon.ReservationMandatory
        || coupon.Limits.Count > 0
        || campaign.CountsByProfile;
}
