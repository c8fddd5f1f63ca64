using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class ReferralTest
{
    private static Shop Valid() => Shop.With(When("""["referralValid"]""", """["setDiscount", "d", 10]""")).Customer("friend");

    private static string Rejection(Shop shop) => Assert.IsType<RejectReferralProps>(Assert.Single(shop.Effects())).RejectionReason;

    [Fact]
    public void A_valid_referral_is_accepted_and_charged()
    {
        var result = Valid().Referral("R-1", referral => referral with { UsageLimit = 5 }).Used(LimitKey.ReferralUses(600), 4).Evaluate();

        Assert.Equal([new AcceptReferralProps("R-1"), new SetDiscountProps("d", 10)], result.Effects.Select(effect => effect.Props));
        Assert.Equal([new Charge(LimitKey.ReferralUses(600), 1, 5, 0, false)], result.Charges);
    }

    [Fact]
    public void Each_reason_has_its_code()
    {
        Assert.Equal("ReferralNotFound", Rejection(Valid().Facts(facts => facts with { Referral = new ReferralFacts("x", null) })));
        Assert.Equal("ReferralStartDateInFuture", Rejection(Valid().Referral("r", referral => referral with { StartDate = Shop.Noon.AddTicks(1) })));
        Assert.Equal("ReferralExpired", Rejection(Valid().Referral("r", referral => referral with { ExpiryDate = Shop.Noon })));
        Assert.Equal("ReferralPartOfNotRunningCampaign", Rejection(Valid().Referral("r", campaign: 9)));
        Assert.Equal("ReferralRecipientIdSameAsAdvocate", Rejection(Valid().Customer("advocate").Referral("r")));
        Assert.Equal("ReferralRecipientDoesNotMatch", Rejection(Valid().Referral("r", referral => referral with { FriendIntegrationId = "someone" })));
        Assert.Equal("AdvocateNotFound", Rejection(Valid().Referral("r", referral => referral with { Advocate = null })));
        Assert.Equal("ReferralCustomerAlreadyReferred", Rejection(Valid().Referral("r", referral => referral with { FriendAlreadyReferred = true })));
        Assert.Equal("ReferralLimitReached", Rejection(Valid().Referral("r", referral => referral with { UsageLimit = 1 }).Used(LimitKey.ReferralUses(600), 1)));
        Assert.Equal("CampaignLimitReached", Rejection(Valid().Limit("redeemReferral", 0).Referral("r")));
        Assert.Equal("ProfileLimitReached", Rejection(Valid().Limit("redeemReferral", 0, LimitEntity.Profile).Referral("r")));
        Assert.Equal("ReferralLimitReached", Rejection(Valid().Limit("redeemReferral", 0, LimitEntity.Referral).Referral("r")));
        Assert.Equal("EffectCouldNotBeApplied", Rejection(Valid().Limit("setDiscount", 1).Referral("r")));
        Assert.Equal("ReferralRejectedByCondition", Rejection(Shop.With(When("""["and", ["referralValid"], ["or"]]""")).Customer().Referral("r")));
        Assert.Equal("ReferralRejectedByCondition", Rejection(Shop.With(When(Always)).Customer().Referral("r")));
    }

    [Fact]
    public void A_referral_that_is_only_checked_is_not_redeemed()
    {
        var result = Shop.With(When("""["referralValidNoRedeem"]""", """["setDiscount", [".", "AdvocateProfile", "IntegrationId"], 1]""")).Customer().Referral("r").Evaluate();

        Assert.Equal([new SetDiscountProps("advocate", 1)], result.Effects.Select(effect => effect.Props));
        Assert.Empty(result.Charges);
    }

    [Fact]
    public void Without_a_referral_the_reason_is_told()
    {
        Assert.Equal("Referral code is not entered, but must be a valid code of the campaign.", Assert.Single(Valid().Explaining().Evaluate().Failures).Details);
    }
}
