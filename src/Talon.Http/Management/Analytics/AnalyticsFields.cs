using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The numbers of campaign analytics: one declaration for what is described and for what is written.</summary>
/// <remarks>Source: schema CampaignAnalytics of the Management API; the closed sessions are an addition.</remarks>
internal static class AnalyticsFields
{
    private static readonly IReadOnlyList<Field> All =
    [
        new("campaignSessions", "Closed sessions in which the campaign granted something", true, numbers => numbers.Sessions),
        new("campaignRevenue", "What those sessions cost before discounts, without returned units", false, numbers => numbers.Revenue),
        new("campaignRefund", "Revenue that cancellations and returns took out", false, numbers => numbers.Refund),
        new("campaignDiscountCosts", "Discounts that stand", false, numbers => numbers.Discounts),
        new("campaignRefundedDiscounts", "Discounts that cancellations and returns rolled back", false, numbers => numbers.RefundedDiscounts),
        new("campaignFreeItems", "Free items given", true, numbers => numbers.FreeItems),
        new("couponRedemptions", "Coupon redemptions that stand", true, numbers => numbers.CouponRedemptions),
        new("couponRolledbackRedemptions", "Coupon redemptions that cancellations rolled back", true, numbers => numbers.RolledBackCouponRedemptions),
        new("referralRedemptions", "Referral redemptions that stand", true, numbers => numbers.ReferralRedemptions),
        new("couponsCreated", "Coupons that rules created", true, numbers => numbers.CouponsCreated),
        new("referralsCreated", "Referrals that rules created", true, numbers => numbers.ReferralsCreated),
        new("addedLoyaltyPoints", "Points granted that were not taken back", false, numbers => numbers.AddedPoints),
        new("deductedLoyaltyPoints", "Points spent that were not given back", false, numbers => numbers.DeductedPoints),
    ];

    /// <summary>The shape of one interval.</summary>
    public static readonly ObjectSchema Point = new("CampaignAnalytics", "What a campaign brought and cost in one interval, and since it began.")
    {
        Properties =
        [
            Property.Required("date", "The start of the interval.", StringSchema.DateTime, "2026-10-12T00:00:00Z"),
            .. All.SelectMany(field => new[]
            {
                Property.Required(field.Name, $"{field.Description}, in the interval.", field.Schema),
                Property.Required(field.TotalName, $"{field.Description}, since the campaign began.", field.Schema),
            }),
        ],
    };

    /// <summary>Writes one interval.</summary>
    public static void Write(Utf8JsonWriter writer, AnalyticsPoint point)
    {
        writer.WriteStartObject();
        writer.WriteString("date"u8, Rfc3339.Format(point.Start));
        foreach (var field in All)
        {
            writer.WriteNumber(field.Name, Amounts.Normalise(field.Read(point.Interval)));
            writer.WriteNumber(field.TotalName, Amounts.Normalise(field.Read(point.Total)));
        }

        writer.WriteEndObject();
    }

    private sealed record Field(string Name, string Description, bool IsCount, Func<CampaignNumbers, decimal> Read)
    {
        public string TotalName { get; } = $"total{char.ToUpperInvariant(Name[0])}{Name[1..]}";

        public Schema Schema => IsCount ? Fields.Count : Fields.Amount;
    }
}
