using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Comparison of lists as sets.</summary>
internal static class SetComparison
{
    public static readonly Function ContainsAll = Compare("containsAll", "all of", "Whether the list has all elements of the other.", (list, other) => other.All(list.Contains));

    public static readonly Function ContainsAny = Compare("containsAny", "at least one of", "Whether the list has at least one element of the other.", (list, other) => other.Any(list.Contains));

    public static readonly Function ContainsNone = Compare("containsNone", "none of", "Whether the list has no element of the other.", (list, other) => !other.Any(list.Contains));

    public static readonly Function ContainsExactly = Compare("containsExactly", "exactly", "Whether the two lists have the same elements, in any order.", (list, other) => list.SetEquals(other));

    private static Function Compare(string name, string words, string summary, Func<HashSet<string>, HashSet<string>, bool> holds) => new(
        name, FunctionGroup.List, summary,
        $"""["{name}", [".", "Session", "Tags"], ["list", "new", "red"]]""",
        new Overload("(list: [any], other: [any]) -> boolean", call =>
        {
            var (list, other) = (call.List(0), call.List(1));
            return Expression.Flag(scope => holds(Elements(scope, list(scope)), Elements(scope, other(scope))));
        }))
    {
        Failure = $"a list with {words} {{1}}",
        Explain = (condition, scope) => new(
            "ListMismatch", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope), $"a list with {words} {Explainer.Show(condition.Arguments[1], scope)}"),
    };

    /// <summary>Elements are the same when they read the same, as for <c>=</c>.</summary>
    private static HashSet<string> Elements(Scope scope, ValueList list)
    {
        scope.Step(list.Count);
        return list.Select(element => ValueText.Of(element)).ToHashSet(StringComparer.Ordinal);
    }
}
