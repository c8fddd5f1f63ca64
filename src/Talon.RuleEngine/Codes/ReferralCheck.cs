using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Codes;

/// <summary>Whether a referral may be redeemed, the most specific reason first.</summary>
internal static class ReferralCheck
{
    /// <summary>Checks what does not change while campaigns are evaluated; null when nothing speaks against it.</summary>
    public static Rejection? Standing(EvaluationFacts facts, ReferralFacts entered, CompiledCampaign? campaign, bool runs)
    {
        if (entered.Referral is not { } referral)
            return Rejection.Of("ReferralNotFound", "referral code", entered.Code, "a code that exists");
        if (referral.StartDate is { } start && facts.Now < start)
            return Rejection.Of("ReferralStartDateInFuture", "referral", "not valid yet", $"{ValueText.Of(start)} or later");
        if (referral.ExpiryDate is { } end && facts.Now >= end)
            return Rejection.Of("ReferralExpired", "referral", "expired", $"a time before {ValueText.Of(end)}");
        if (campaign is null || !runs)
            return Rejection.Of("ReferralPartOfNotRunningCampaign", "campaign of the referral", "not running", "running");
        if (facts.Profile?.IntegrationId == referral.AdvocateIntegrationId)
            return Rejection.Of("ReferralRecipientIdSameAsAdvocate", "customer", "the advocate", "someone else");
        if (referral.FriendIntegrationId is { Length: > 0 } friend && facts.Profile?.IntegrationId != friend)
            return Rejection.Of("ReferralRecipientDoesNotMatch", "customer", "another one", "the friend that the referral is for");
        if (referral.Advocate is null)
            return Rejection.Of("AdvocateNotFound", "advocate", "not found", "an existing customer");
        return referral.FriendAlreadyReferred
            ? Rejection.Of("ReferralCustomerAlreadyReferred", "customer", "already referred", "not referred before")
            : null;
    }

    /// <summary>Checks the limits, with what earlier effects of this evaluation take; null when none is reached.</summary>
    public static Rejection? Limits(Scope scope, ReferralState referral, CompiledCampaign campaign)
    {
        if (referral.UsageLimit > 0)
        {
            var used = scope.Known.Used(LimitKey.ReferralUses(referral.Id));
            if (used >= referral.UsageLimit)
            {
                scope.Known.Short.Limit(LimitKey.ReferralUses(referral.Id));
                return Rejection.Of("ReferralLimitReached", "redemptions of the referral", ValueText.Of(used), $"fewer than {referral.UsageLimit}");
            }
        }

        if (campaign.ReferralBudget.Left(scope, 1, out var refusal) >= 1)
            return null;
        var reason = refusal!.RejectionReason switch
        {
            "CampaignLimitReached" => "CampaignLimitReached",
            "CouponLimitReached" => "ReferralLimitReached",
            _ => "ProfileLimitReached",
        };
        return new(reason, refusal.Explanation);
    }

    /// <summary>Takes one redemption, for the effect that is emitted next.</summary>
    public static void Redeem(Scope scope, ReferralState referral, CompiledCampaign campaign)
    {
        scope.Output.Charge(LimitKey.ReferralUses(referral.Id), 1, referral.UsageLimit > 0 ? referral.UsageLimit : null, false);
        campaign.ReferralBudget.Take(scope, 1);
    }
}
