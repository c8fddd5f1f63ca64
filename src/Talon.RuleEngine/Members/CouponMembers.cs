using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>Attributes of the coupon that a rule runs for.</summary>
internal static class CouponMembers
{
    public static readonly MemberTable<CouponState> Table =
        new MemberTable<CouponState>("Coupon", AttributeEntity.Coupon, (_, coupon) => coupon.Attributes) { Usage = Usage.Coupon }
            .Text("Value", "The code.", (_, coupon) => coupon.Value)
            .Number("Id", "The server's id of the coupon.", (_, coupon) => coupon.Id)
            .Number("UsageLimit", "Most redemptions; 0 for unlimited.", (_, coupon) => coupon.UsageLimit)
            .Number("UsageCounter", "Redemptions so far.", (scope, coupon) => scope.Known.Used(LimitKey.CouponUses(coupon.Id)))
            .MaybeNumber("DiscountLimit", "Most discount that may be granted through it.", (_, coupon) => coupon.DiscountLimit)
            .Number("DiscountCounter", "Discount granted so far.", (scope, coupon) => scope.Known.Used(LimitKey.CouponDiscount(coupon.Id)))
            .MaybeNumber("DiscountRemainder", "Discount still available.", (scope, coupon) =>
                coupon.DiscountLimit is { } limit ? Math.Max(0, limit - scope.Known.Used(LimitKey.CouponDiscount(coupon.Id))) : null)
            .Text("RecipientIntegrationId", "The only customer who may use it.", (_, coupon) => coupon.RecipientIntegrationId)
            .Time("StartDate", "Valid from.", (_, coupon) => coupon.StartDate)
            .Time("ExpiryDate", "No longer valid from.", (_, coupon) => coupon.ExpiryDate);
}
