using System.Text.Json.Nodes;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Verdicts as expectations write them.</summary>
internal static class EligibilityJson
{
    public static JsonObject Write(CampaignVerdict verdict) => new()
    {
        ["campaign"] = verdict.CampaignName,
        ["passed"] = verdict.Passed,
        ["failureCode"] = verdict.FailureCode,
        ["exclusionReason"] = verdict.ExclusionReason,
    };
}
