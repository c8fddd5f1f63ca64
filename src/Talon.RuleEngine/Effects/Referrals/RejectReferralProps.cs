namespace Talon.RuleEngine;

/// <summary>Effect <c>rejectReferral</c>.</summary>
/// <param name="Value">The code.</param>
/// <param name="RejectionReason">The API's name of the reason, such as <c>ReferralNotFound</c>.</param>
/// <param name="ConditionIndex">The condition that failed, from 0; null when none did.</param>
/// <param name="EffectIndex">The effect that failed, from 0; null when none did.</param>
/// <param name="Details">The reason in a sentence.</param>
/// <param name="CampaignExclusionReason">Why the campaign was left out; null for other reasons.</param>
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
