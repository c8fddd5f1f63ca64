using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Compares what keeps rulesets from being saved.</summary>
internal static class ProblemComparison
{
    public static void Compare(IReadOnlyList<JsonElement>? expected, IReadOnlyList<RulesetProblem> problems, Findings findings) =>
        PartialList.Compare("problems", expected ?? [], problems.Select(Write), "pointer", findings);

    private static JsonObject Write(RulesetProblem problem) => new()
    {
        ["pointer"] = problem.Pointer,
        ["message"] = problem.Message,
        ["expected"] = problem.Expected,
        ["found"] = problem.Found,
    };
}
