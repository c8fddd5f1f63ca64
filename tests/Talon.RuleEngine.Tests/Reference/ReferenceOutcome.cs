namespace Talon.RuleEngine.Tests.Reference;

/// <summary>What of a result is compared.</summary>
/// <param name="Effects">Campaign, rule and what each effect says; of rejections the code and the reason.</param>
/// <param name="Triggered">Campaigns with a successful rule.</param>
/// <param name="Failures">Campaign, rule, condition and effect of each failure.</param>
internal sealed record ReferenceOutcome(
    IReadOnlyList<(long Campaign, int Rule, object Props)> Effects,
    IReadOnlyList<long> Triggered,
    IReadOnlyList<(long Campaign, int Rule, int? Condition, int? Effect)> Failures)
{
    public static ReferenceOutcome Of(EvaluationResult result) => new(
        [.. result.Effects.Select(effect => (effect.CampaignId, effect.Props is RejectCouponProps ? -1 : effect.RuleIndex, Comparable(effect.Props)))],
        result.TriggeredCampaigns,
        [.. result.Failures.Select(failure => (failure.CampaignId, failure.RuleIndex, failure.ConditionIndex, failure.EffectIndex))]);

    public bool Equals(ReferenceOutcome? other) =>
        other is not null && Effects.SequenceEqual(other.Effects) && Triggered.SequenceEqual(other.Triggered) && Failures.SequenceEqual(other.Failures);

    public override int GetHashCode() => Effects.Count;

    public override string ToString() => string.Join(
        '\n',
        Effects.Select(effect => $"  {effect}").Append($"  triggered {string.Join(", ", Triggered)}").Concat(Failures.Select(failure => $"  failed {failure}")));

    private static object Comparable(EffectProps props) =>
        props is RejectCouponProps rejected ? (rejected.Value, rejected.RejectionReason, rejected.CampaignExclusionReason) : props;
}
