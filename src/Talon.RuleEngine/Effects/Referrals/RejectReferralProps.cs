namespace Talon.RuleEngine;

/// <summary>Effect <c>rejectReferral</c>.</summary>
/// <param name="Value">Referral code refused.</param>
/// <param name="RejectionReason">The API's name of the reason, such as <c>ReferralNotFound</c>.</param>
/// <param name="ConditionIndex">Condition position in rule.</param>
/// <param name="EffectIndex">Effect position in rule.</param>
/// <param name="Details">Free-text elaboration.</param>
/// <param name="CampaignExclusionReason">Only for *PartOfNotTriggeredCampaign.</param>
public sealed record RejectReferralProps(
    string Value,
    string RejectionReason,
    int? ConditionIndex = null,
    int? EffectIndex = null,
    string? Details = null,
    string? CampaignExclusionReason = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rejectReferral";
}
