using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>createCoupon</c>.</summary>
internal static class CreateCoupon
{
    public static readonly Function Function = new(
        "createCoupon", FunctionGroup.Effect,
        "Creates a coupon in a campaign, for the recipient when one is named. It happens at once, and once for the whole session.",
        """["createCoupon", "Campaign 2", {"recipient": [".", "Profile", "IntegrationId"], "usageLimit": 1, "expiryDate": ["addDuration", ["now"], 30, "days"]}]""",
        new Overload(
            "(campaign: @campaign, {recipient: string, pattern: string, usageLimit: number, discountLimit: number, startDate: time, expiryDate: time, attributes: map}) -> effect", Build))
    {
        Failure = "the budget for coupons to create is used up",
    };

    private static Expression<bool>? Build(Call call)
    {
        if (!CodeOptions.Fit(call, AttributeEntity.Coupon))
            return null;
        var campaign = call.Reference<NamedEntity>(0).Id;
        var options = new CodeOptions(call);
        var recipient = call.Option<string>("recipient");
        var discountLimit = call.Option<decimal>("discountLimit");
        var budget = call.Binder.Budget(LimitActions.CreateCoupon);
        return Expression.Effect(scope =>
        {
            var request = new CreateCouponRequest(campaign)
            {
                RecipientIntegrationId = recipient?.Invoke(scope),
                Pattern = options.Pattern(scope),
                UsageLimit = options.UsageLimit(scope),
                DiscountLimit = discountLimit?.Invoke(scope),
                StartDate = options.StartDate(scope),
                ExpiryDate = options.ExpiryDate(scope),
                Attributes = options.Attributes(scope),
            };
            if (!CountedEffect.TryTake(scope, budget, instant: true))
                return false;
            scope.Output.Emit(scope, new CouponCreatedProps("", request.RecipientIntegrationId ?? scope.Facts.Profile?.IntegrationId ?? ""), request);
            return true;
        });
    }
}
