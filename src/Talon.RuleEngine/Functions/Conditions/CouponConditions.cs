using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Conditions on the coupon. A rule with one of them runs for each code.</summary>
internal static class CouponConditions
{
    public static readonly Function Valid = Condition(
        "couponValid", Usage.CouponRedemption, "Whether the customer entered a coupon of this campaign that can be redeemed. When the rule succeeds, the coupon is accepted, and redeemed when the session closes.");

    public static readonly Function ValidNoRedeem = Condition(
        "couponValidNoRedeem", Usage.CouponCheck, "Whether the customer entered a coupon of this campaign that can be redeemed; it is not redeemed.");

    private static Function Condition(string name, Usage usage, string summary) => new(
        name, FunctionGroup.Condition, summary,
        $"""["{name}"]""",
        new Overload("() -> boolean", call =>
        {
            call.Binder.Usage |= usage;
            return Expression.Flag(scope => scope.CouponIsValid);
        }))
    {
        Failure = "a valid coupon code",
        Explain = (_, scope) => scope.Coupon is null
            ? new("NoCoupon", "coupon code", "not entered", "a valid code of the campaign")
            : scope.CouponRejection?.Explanation ?? new("CouponNotValid", "coupon code", "not valid", "a valid code of the campaign"),
    };
}
