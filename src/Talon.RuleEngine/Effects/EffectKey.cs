using System.Text.Json.Serialization;

namespace Talon.RuleEngine;

/// <summary>Names an effect over a session's whole life, however often its rules are evaluated.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="RuleIndex">Position of the rule in its ruleset.</param>
/// <param name="EffectIndex">Position of the expression among the rule's effects.</param>
/// <param name="CouponId">The coupon under evaluation, if any.</param>
/// <param name="Occurrence">Which one, where the expression gives several: from 0.</param>
[method: JsonConstructor]
public readonly record struct EffectKey(long CampaignId, int RuleIndex, int EffectIndex, long? CouponId, int Occurrence = 0)
{
    /// <summary>The key of an effect.</summary>
    public static EffectKey Of(Effect effect, int occurrence = 0) =>
        new(effect.CampaignId, effect.RuleIndex, effect.EffectIndex, effect.TriggeredByCoupon, occurrence);
}
