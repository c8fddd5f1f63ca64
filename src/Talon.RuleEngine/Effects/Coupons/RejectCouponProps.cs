namespace Talon.RuleEngine;

/// <summary>Effect <c>rejectCoupon</c>.</summary>
/// <param name="Value">Coupon code refused.</param>
/// <param name="RejectionReason">The API's name of the reason, such as <c>CouponNotFound</c>.</param>
/// <param name="ConditionIndex">Condition position in rule.</param>
/// <param name="EffectIndex">Effect position in rule.</param>
/// <param name="Details">Free-text elaboration.</param>
/// <param name="CampaignExclusionReason">Only for *PartOfNotTriggeredCampaign.</param>
public sealed record RejectCouponProps(
    string Value,
    string RejectionReason,
    int? ConditionIndex = null,
    int? EffectIndex = null,
    string? Details = null,
    string? CampaignExclusionReason = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rejectCoupon";
}
