namespace Talon.Promotions;

/// <summary>What is known by a code.</summary>
internal static class CodeKinds
{
    /// <summary>Coupons.</summary>
    public static CodeKind<CouponRow> Coupon { get; } = new(
        "coupons",
        LimitPlace.CouponPrefix,
        Partitions.Coupon,
        RowJson.Default.CouponRow,
        row => (row.Coupon.Id, row.Coupon.CampaignId, row.Coupon.Value),
        (row, code) => row with { Coupon = row.Coupon with { Value = code } },
        (application, row) => Holders(application, row.Coupon));

    /// <summary>Referrals.</summary>
    public static CodeKind<ReferralRow> Referral { get; } = new(
        "referrals",
        LimitPlace.ReferralPrefix,
        Partitions.Referral,
        RowJson.Default.ReferralRow,
        row => (row.Referral.Id, row.Referral.CampaignId, row.Referral.Code),
        (row, code) => row with { Referral = row.Referral with { Code = code } },
        (_, row) => Profiles(row.Referral.AdvocateProfileIntegrationId, row.Referral.FriendProfileIntegrationId));

    private static IEnumerable<string> Holders(long applicationId, Coupon coupon) =>
        coupon.ImplicitlyReserved == true ? Profiles(coupon.RecipientIntegrationId).Append(Partitions.Everybody(applicationId)) : Profiles(coupon.RecipientIntegrationId);

    private static IEnumerable<string> Profiles(params string?[] integrationIds) =>
        integrationIds.Where(id => !string.IsNullOrEmpty(id)).Select(id => Partitions.Profile(id!));
}
