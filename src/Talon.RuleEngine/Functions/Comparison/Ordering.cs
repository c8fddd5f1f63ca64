using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Comparisons of numbers and of times: the first against all that follow.</summary>
internal static class Ordering
{
    public static readonly Function Less = Compare("<", "less than", "Whether the first value is less than all others.", static order => order < 0);

    public static readonly Function LessOrEqual = Compare("<=", "at most", "Whether the first value is at most each of the others.", static order => order <= 0);

    public static readonly Function Greater = Compare(">", "more than", "Whether the first value is greater than all others.", static order => order > 0);

    public static readonly Function GreaterOrEqual = Compare(">=", "at least", "Whether the first value is at least each of the others.", static order => order >= 0);

    public static readonly Function Between = new(
        "between", FunctionGroup.Comparison,
        "Whether all values lie between the last two, which themselves do not count.",
        """["between", [".", "Session", "Total"], 50, 100]""",
        new Overload("(value: number, more: number..., low: number, high: number) -> boolean", call => Within<decimal>(call)),
        new Overload("(value: time, more: time..., low: time, high: time) -> boolean", call => Within<DateTimeOffset>(call)))
    {
        Failure = "between the last two values",
        Explain = Distance.ExplainBetween,
    };

    /// <summary>What would make a comparison of two values that holds fail; null for any other condition.</summary>
    public static Explanation? ExplainOpposite(Expression condition, Scope scope) => condition switch
    {
        { Function.Name: ">=", Arguments.Length: 2 } => Distance.Explain(condition, scope, "<", "less than", static order => order < 0),
        { Function.Name: ">", Arguments.Length: 2 } => Distance.Explain(condition, scope, "<=", "at most", static order => order <= 0),
        { Function.Name: "<", Arguments.Length: 2 } => Distance.Explain(condition, scope, ">=", "at least", static order => order >= 0),
        { Function.Name: "<=", Arguments.Length: 2 } => Distance.Explain(condition, scope, ">", "more than", static order => order > 0),
        _ => null,
    };

    private static Function Compare(string name, string words, string summary, Func<int, bool> holds) => new(
        name, FunctionGroup.Comparison, summary,
        $"""["{name}", [".", "Session", "Total"], 100]""",
        new Overload("(first: number, second: number, more: number...) -> boolean", call => Expression.Flag(name switch
        {
            "<" => Against<decimal>(call, static (a, b) => a < b),
            "<=" => Against<decimal>(call, static (a, b) => a <= b),
            ">" => Against<decimal>(call, static (a, b) => a > b),
            _ => Against<decimal>(call, static (a, b) => a >= b),
        })),
        new Overload("(first: time, second: time, more: time...) -> boolean", call =>
            Expression.Flag(Against<DateTimeOffset>(call, (a, b) => holds(a.CompareTo(b))))))
    {
        Failure = words + " {1}",
        Explain = (condition, scope) => Distance.Explain(condition, scope, name, words, holds),
    };

    private static Func<Scope, bool> Against<T>(Call call, Func<T, T, bool> holds)
    {
        var first = call[0].As<T>();
        var others = call.From(1).Select(other => other.As<T>()).ToArray();
        if (others is [var second])
            return scope => holds(first(scope), second(scope));
        return scope =>
        {
            var value = first(scope);
            foreach (var other in others)
                if (!holds(value, other(scope)))
                    return false;
            return true;
        };
    }

    private static Expression<bool> Within<T>(Call call)
        where T : IComparable<T>
    {
        var values = call.All(0).Concat(call.All(1)).Select(value => value.As<T>()).ToArray();
        var (low, high) = (call[2].As<T>(), call[3].As<T>());
        return Expression.Flag(scope =>
        {
            var (from, to) = (low(scope), high(scope));
            foreach (var value in values)
            {
                var x = value(scope);
                if (x.CompareTo(from) <= 0 || x.CompareTo(to) >= 0)
                    return false;
            }

            return true;
        });
    }
}
