using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Puts problems of rulesets in words.</summary>
internal static class RulesetProblems
{
    /// <summary>The problem in a sentence, with what was expected and what stands there.</summary>
    public static string Describe(this RulesetProblem problem) => (problem.Expected, problem.Found) switch
    {
        (null, null) => problem.Message,
        (null, _) => $"{problem.Message}; found {problem.Found}",
        (_, null) => $"{problem.Message}; expected {problem.Expected}",
        _ => $"{problem.Message}; expected {problem.Expected}, found {problem.Found}",
    };
}
