using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Makes the facts of codes entered.</summary>
internal sealed class CodeFactsMaker(
    AttributeValueReader attributes, IReadOnlyList<CampaignInput> campaigns, Func<ProfileInput, DateTimeOffset, string, ProfileFacts> profile)
{
    /// <summary>The id of the referral: there is one at most.</summary>
    public const long ReferralId = 601;

    private const long FirstCouponId = 501;

    public CouponFacts Coupon(CouponInput input, int index) => new(input.Code, input.Unknown ? null : new CouponState
    {
        Id = input.Id ?? FirstCouponId + index,
        CampaignId = CampaignId(input.Campaign),
        Value = input.Code,
        UsageLimit = input.UsageLimit,
        DiscountLimit = input.DiscountLimit,
        StartDate = input.StartDate,
        ExpiryDate = input.ExpiryDate,
        RecipientIntegrationId = input.RecipientIntegrationId,
        ReservationMandatory = input.ReservationMandatory,
        ReservedByProfile = input.ReservedByProfile,
        Limits = [.. input.Limits.Select(CampaignMaker.Limit)],
        Attributes = attributes.Read(AttributeEntity.Coupon, input.Attributes, "coupon"),
    });

    public ReferralFacts Referral(ReferralInput input, DateTimeOffset now) => new(input.Code, input.Unknown ? null : new ReferralState
    {
        Id = ReferralId,
        CampaignId = CampaignId(input.Campaign),
        Code = input.Code,
        AdvocateIntegrationId = input.Advocate.IntegrationId,
        Advocate = input.AdvocateMissing ? null : profile(input.Advocate, now, "advocate"),
        FriendIntegrationId = input.FriendIntegrationId,
        FriendAlreadyReferred = input.FriendAlreadyReferred,
        UsageLimit = input.UsageLimit,
        StartDate = input.StartDate,
        ExpiryDate = input.ExpiryDate,
        Attributes = attributes.Read(AttributeEntity.Referral, input.Attributes, "referral"),
    });

    private long CampaignId(string? name)
    {
        for (var i = 0; i < campaigns.Count; i++)
            if (name is null || campaigns[i].Name == name)
                return CampaignMaker.IdOf(campaigns[i], i);
        throw new TestFileException($"There is no campaign called \"{name}\".");
    }
}
