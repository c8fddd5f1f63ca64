using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>=</c> and <c>!=</c>: values of one type by value, of different types by their text.</summary>
internal static class Equality
{
    public static readonly Function Equal = new(
        "=", FunctionGroup.Comparison,
        "Whether all values are the same. A number equals a text that reads the same.",
        """["=", [".", "Session", "State"], "closed"]""",
        new Overload("(first: any, second: any, more: any...) -> boolean", call => Expression.Flag(AllEqual(call.From(0)))))
    {
        Failure = "equal to {1}",
        Explain = (condition, scope) => new(
            "NotEqual", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope), string.Join(" and ", condition.Arguments.Skip(1).Select(other => Explainer.Show(other, scope)))),
    };

    public static readonly Function NotEqual = new(
        "!=", FunctionGroup.Comparison,
        "Whether not all values are the same.",
        """["!=", [".", "Item", "Category"], "Gift cards"]""",
        new Overload("(first: any, second: any, more: any...) -> boolean", call =>
        {
            var equal = AllEqual(call.From(0));
            return Expression.Flag(scope => !equal(scope));
        }))
    {
        Failure = "other than {1}",
    };

    /// <summary>Whether two values are the same.</summary>
    public static bool Same(in Value a, in Value b)
    {
        if (a.Kind == ValueKind.Number && b.Kind == ValueKind.Number)
            return a.Number == b.Number;
        if (a.Kind == ValueKind.Entity && b.Kind == ValueKind.Entity)
            return ReferenceEquals(a.Entity, b.Entity);
        if (a.Kind == ValueKind.Time && b.Kind == ValueKind.Time)
            return a.Time == b.Time;
        return string.Equals(ValueText.Of(a), ValueText.Of(b), StringComparison.Ordinal);
    }

    private static Func<Scope, bool> AllEqual(Expression[] operands)
    {
        if (operands is [var left, var right])
            return Pair(left, right);
        var pairs = operands.Skip(1).Select(operand => Pair(operands[0], operand)).ToArray();
        return scope =>
        {
            foreach (var pair in pairs)
                if (!pair(scope))
                    return false;
            return true;
        };
    }

    private static Func<Scope, bool> Pair(Expression left, Expression right)
    {
        if (left is Expression<string> { Run: var text } && right is { Constant: { Kind: ValueKind.String } literal })
        {
            var wanted = literal.String;
            return scope => string.Equals(text(scope), wanted, StringComparison.Ordinal);
        }

        return left.Type.Kind != right.Type.Kind ? OfValues(left, right) : left.Type.Kind switch
        {
            TypeKind.String => OfType<string>(left, right, static (a, b) => string.Equals(a, b, StringComparison.Ordinal)),
            TypeKind.Number => OfType<decimal>(left, right, static (a, b) => a == b),
            TypeKind.Boolean => OfType<bool>(left, right, static (a, b) => a == b),
            TypeKind.Time => OfType<DateTimeOffset>(left, right, static (a, b) => a == b),
            _ => OfValues(left, right),
        };
    }

    private static Func<Scope, bool> OfType<T>(Expression left, Expression right, Func<T, T, bool> same)
    {
        var (a, b) = (left.As<T>(), right.As<T>());
        return scope => same(a(scope), b(scope));
    }

    private static Func<Scope, bool> OfValues(Expression left, Expression right)
    {
        var (a, b) = (left.AsValue(), right.AsValue());
        return scope => Same(a(scope), b(scope));
    }
}
