namespace Talon.Promotions;

/// <summary>A coupon that is about to be created.</summary>
/// <param name="Coupon">The coupon, with a code.</param>
/// <param name="Pattern">Gives another code, should that one be taken.</param>
internal sealed record NewCoupon(Coupon Coupon, CodePattern Pattern);
