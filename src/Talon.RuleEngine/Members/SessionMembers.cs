using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>Attributes of sessions.</summary>
internal static class SessionMembers
{
    public static readonly MemberTable<SessionFacts> Table =
        new MemberTable<SessionFacts>("CustomerSession", AttributeEntity.CustomerSession, (_, session) => session.Attributes)
            .Text("IntegrationId", "The integrator's id of the session.", (_, session) => session.IntegrationId)
            .Text("ProfileId", "The integrator's id of the customer; \"\" when anonymous.", (scope, _) => scope.Facts.Profile?.IntegrationId ?? "")
            .Text("StoreIntegrationId", "The integrator's id of the store.", (scope, _) => scope.Facts.Store?.IntegrationId)
            .Text("ReferralCode", "The referral code entered.", (scope, _) => scope.Facts.Referral?.Code)
            .Text("State", "open, or closed when this update closes the session.", (_, session) => session.Closing ? "closed" : "open")
            .Number("Total", "Items and all additional costs.", (scope, _) => scope.Cart.Total)
            .Number("CartItemTotal", "Sum of price times quantity.", (scope, _) => scope.Cart.ItemTotal)
            .Number("AdditionalCostTotal", "Sum of the session's own additional costs.", (scope, _) => scope.Cart.SessionCostTotal)
            .Number("CartItemAdditionalCostTotal", "Sum of the items' additional costs.", (scope, _) => scope.Cart.ItemCostTotal)
            .Flag("FirstSession", "Whether it is the customer's first session; true when anonymous.", (_, session) => session.FirstSession)
            .Time("Created", "When the session came into being.", (_, session) => session.Created)
            .List("CartItems", TalangType.Item, "The items, one for each unit.", (scope, _) => scope.Cart.Units)
            .List("CouponCodes", TalangType.String, "The coupon codes entered.", (scope, _) => Texts(scope.Facts.Coupons.Select(coupon => coupon.Code)))
            .List("Identifiers", TalangType.String, "Device or address identifiers.", (_, session) => Texts(session.Identifiers))
            .Costs("AdditionalCosts", "An additional cost of the session.", (scope, _, name) => scope.Cart.SessionCost(name));

    private static ValueList Texts(IEnumerable<string> texts) => ValueList.From(texts.Select(Value.Of).ToArray());
}
