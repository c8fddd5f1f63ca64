using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The effects that undo effects.</summary>
/// <remarks>Source: docs.talon.one, customer sessions; Integration API 26.16, <c>returnCartItems</c> and <c>reopenCustomerSession</c>. What is not named here stays.</remarks>
internal static class EffectRollback
{
    /// <summary>The effect that undoes another one as a whole; null when that stays.</summary>
    /// <param name="effect">The effect to undo.</param>
    /// <param name="customer">The customer's integration id; "" when anonymous.</param>
    public static Effect? Of(Effect effect, string customer)
    {
        EffectProps? props = effect.Props switch
        {
            AcceptCouponProps coupon => new RollbackCouponProps(coupon.Value),
            AcceptReferralProps referral => new RollbackReferralProps(referral.Value),
            SetDiscountProps discount => new RollbackDiscountProps(discount.Name, discount.Value, Scope: discount.Scope),
            SetDiscountPerItemProps item => new RollbackDiscountProps(item.Name, item.Value, item.Position, item.SubPosition, Scope: item.Scope),
            SetDiscountPerAdditionalCostProps cost => new RollbackDiscountProps(cost.Name, cost.Value, AdditionalCostId: cost.AdditionalCostId, AdditionalCost: cost.AdditionalCost),
            SetDiscountPerAdditionalCostPerItemProps cost => new RollbackDiscountProps(cost.Name, cost.Value, cost.Position, cost.SubPosition, cost.AdditionalCostId, cost.AdditionalCost),
            AddLoyaltyPointsProps points => new RollbackAddedLoyaltyPointsProps(points.ProgramId, points.SubLedgerId, points.Value, points.RecipientIntegrationId, points.TransactionUUID, points.CartItemPosition, points.CartItemSubPosition, points.CardIdentifier),
            DeductLoyaltyPointsProps points => new RollbackDeductedLoyaltyPointsProps(points.ProgramId, points.SubLedgerId, points.Value, customer, points.TransactionUUID, CardIdentifier: points.CardIdentifier),
            _ => null,
        };
        return props is null ? null : effect with { Props = props };
    }
}
