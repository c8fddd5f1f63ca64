using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Whether there is nothing in something.</summary>
internal static class Emptiness
{
    public static readonly Function IsEmpty = new(
        "isEmpty", FunctionGroup.List,
        "Whether a list has no elements.",
        """["isEmpty", [".", "Session", "CartItems"]]""",
        new Overload("(list: [any]) -> boolean", call =>
        {
            var list = call.List(0);
            return Expression.Flag(scope => list(scope).Count == 0);
        }))
    {
        Failure = "empty",
        Explain = Filled,
    };

    public static readonly Function Empty = new(
        "empty", FunctionGroup.List,
        "Whether a value is not set, or is an empty text or list.",
        """["empty", [".", "Session", "Attributes", "GiftMessage"]]""",
        new Overload("(value: any) -> boolean", call =>
        {
            var value = call[0].AsValue();
            return Expression.Flag(scope =>
            {
                if (scope.Fault is not null)
                    return false;
                var found = value(scope);
                return scope.ForgiveMissing() || found.Kind switch
                {
                    ValueKind.None => true,
                    ValueKind.String => found.String.Length == 0,
                    ValueKind.List => found.List.Count == 0,
                    _ => false,
                };
            });
        }))
    {
        Failure = "empty",
        Explain = Filled,
    };

    private static Explanation Filled(Expression condition, Scope scope) =>
        new("NotEmpty", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope), "empty");
}
