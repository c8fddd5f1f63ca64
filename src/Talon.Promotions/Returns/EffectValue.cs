using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The value of effects that can be undone in part.</summary>
internal static class EffectValue
{
    /// <summary>The value in money or points; 0 where the effect has none.</summary>
    public static decimal Of(EffectProps props) => props switch
    {
        SetDiscountProps discount => discount.Value,
        SetDiscountPerItemProps item => item.Value,
        SetDiscountPerAdditionalCostPerItemProps cost => cost.Value,
        AddLoyaltyPointsProps points => points.Value,
        _ => 0,
    };

    /// <summary>The same effect with another value, which is written as one writes it: 20, not 20.0.</summary>
    public static EffectProps With(EffectProps props, decimal value) => Replace(props, Amounts.Normalise(value));

    /// <summary>The line and unit that an effect is for; null for the session, or for a line as a whole.</summary>
    public static (int? Line, int? Unit) Place(EffectProps props) => props switch
    {
        SetDiscountPerItemProps item => (item.Position, item.SubPosition),
        SetDiscountPerAdditionalCostPerItemProps cost => (cost.Position, cost.SubPosition),
        AddLoyaltyPointsProps points => (points.CartItemPosition, points.CartItemSubPosition),
        _ => (null, null),
    };

    private static EffectProps Replace(EffectProps props, decimal value) => props switch
    {
        SetDiscountProps discount => discount with { Value = value },
        SetDiscountPerItemProps item => item with { Value = value },
        SetDiscountPerAdditionalCostPerItemProps cost => cost with { Value = value },
        AddLoyaltyPointsProps points => points with { Value = value },
        _ => props,
    };
}
