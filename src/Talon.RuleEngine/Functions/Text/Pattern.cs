using System.Globalization;
using System.Text.RegularExpressions;
using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Regular expressions that run in linear time, as RE2 does: no lookaround, no references back.</summary>
internal static class Pattern
{
    private const int MaxLength = 1_000;

    public static readonly Function Matches = new(
        "~", FunctionGroup.Text,
        "Whether a regular expression matches somewhere in the text. The expression is written out in the rule; lookaround and references back are not available.",
        """["~", [".", "Profile", "Email"], "@(example|test)\\.com$"]""",
        new Overload("(text: string, pattern: literal) -> boolean", call =>
        {
            var text = call.Text(0);
            return Compile(call) is { } pattern ? Expression.Flag(scope => pattern.IsMatch(text(scope))) : null;
        }))
    {
        Failure = "something that matches {1}",
        Explain = (condition, scope) => new(
            "PatternMismatch", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope), $"something matching {Explainer.Show(condition.Arguments[1], scope)}"),
    };

    private static Regex? Compile(Call call)
    {
        if (call.Word(1).Length > MaxLength)
        {
            call.Problem(call[1].Syntax ?? call.Syntax, "The pattern is too long.", $"at most {MaxLength} characters", call.Word(1).Length.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        try
        {
            return new Regex(call.Word(1), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            call.Problem(call[1].Syntax ?? call.Syntax, "The pattern is not a regular expression of the RE2 kind.", "a regular expression", problem.Message);
            return null;
        }
    }
}
