using System.Text.Json.Nodes;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Failures as expectations write them.</summary>
internal static class FailureJson
{
    public static JsonObject Write(RuleFailure failure) => new()
    {
        ["campaign"] = failure.CampaignName,
        ["rule"] = failure.RuleName,
        ["conditionIndex"] = failure.ConditionIndex,
        ["effectIndex"] = failure.EffectIndex,
        ["coupon"] = failure.Coupon?.Code,
        ["details"] = failure.Details,
        ["code"] = failure.Explanation.Code,
        ["subject"] = failure.Explanation.Subject,
        ["actual"] = failure.Explanation.Actual,
        ["required"] = failure.Explanation.Required,
        ["change"] = failure.Explanation.Change,
    };
}
