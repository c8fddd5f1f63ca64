using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Compares the result of an evaluation with what a case expects.</summary>
internal sealed class ResultComparison(World world, ExpectInput expect, Findings findings)
{
    public void Compare(EvaluationResult result)
    {
        Effects(result);
        if (expect.Triggered is { } triggered)
            findings.Compare("triggered", string.Join(", ", triggered), string.Join(", ", result.TriggeredCampaigns.Select(world.CampaignName)));
        if (expect.Passes is { } passes)
            findings.Compare("passes", Show(passes), Show(result.TriggeredCampaigns.Count > 0));
        if (expect.Value.ValueKind != JsonValueKind.Undefined)
            findings.Compare("value", TextOf(expect.Value), ValueOf(result));
        if (expect.Failures is { } failures)
            PartialList.Compare("failures", failures, result.Failures.Select(FailureJson.Write), "details", findings);
        if (expect.Charges is { } charges)
            PartialList.Compare("charges", charges, result.Charges.Select(charge => ChargeJson.Write(charge, world)), "limit", findings);
        if (expect.Eligibility is { } eligibility)
            PartialList.Compare("eligibility", eligibility, result.Eligibility.Select(EligibilityJson.Write), "campaign", findings);
    }

    private void Effects(EvaluationResult result)
    {
        var effects = result.Effects;
        if (expect.Rejections is { } rejections)
        {
            foreach (var (code, reason) in Rejections(effects).ExceptBy(rejections.Keys, found => found.Code))
                findings.Add($"rejections.{code}", null, reason);
            foreach (var (code, reason) in rejections)
                findings.Compare($"rejections.{code}", reason, Rejections(effects).FirstOrDefault(found => found.Code == code).Reason);
            effects = [.. effects.Where(effect => effect.Props is not (RejectCouponProps or RejectReferralProps))];
        }

        var comparison = new EffectComparison(world, findings);
        if (expect.Effects is { } expected)
            comparison.Compare(expected, effects);
        else
            foreach (var error in effects.Where(effect => effect.Props is ErrorProps))
                findings.Add("effects", null, JsonComparison.Show(comparison.Write(error)));
    }

    private static IEnumerable<(string Code, string? Reason)> Rejections(IReadOnlyList<Effect> effects) => effects
        .Select(effect => effect.Props switch
        {
            RejectCouponProps coupon => (coupon.Value, coupon.RejectionReason),
            RejectReferralProps referral => (referral.Value, referral.RejectionReason),
            _ => ("", (string?)null),
        })
        .Where(rejection => rejection.Item2 is not null);

    private static string? ValueOf(EvaluationResult result) =>
        result.Effects.Select(effect => effect.Props).OfType<ShowNotificationProps>().FirstOrDefault()?.Body;

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Amounts.Normalise(value.GetDecimal()).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    private static string Show(bool flag) => flag ? "true" : "false";
}
