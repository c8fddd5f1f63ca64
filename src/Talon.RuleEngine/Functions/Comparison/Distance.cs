using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>How far a comparison is from holding.</summary>
internal static class Distance
{
    /// <summary>Names the first operand that the comparison fails against, and the smallest change of the value that would pass.</summary>
    public static Explanation Explain(Expression condition, Scope scope, string name, string words, Func<int, bool> holds)
    {
        var subject = condition.Arguments[0];
        var value = subject.AsValue()(scope);
        foreach (var operand in condition.Arguments.Skip(1))
        {
            var other = operand.AsValue()(scope);
            var order = Compare(value, other);
            if (order is { } found && holds(found))
                continue;
            return new("OutOfRange", Explainer.Name(subject), ValueText.Quote(value), $"{words} {ValueText.Quote(other)}", Change(name, value, other));
        }

        return new("OutOfRange", Explainer.Name(subject), ValueText.Quote(value), words);
    }

    /// <summary>Names the first value that does not lie between the last two, and the smallest change of it that would pass.</summary>
    public static Explanation ExplainBetween(Expression condition, Scope scope)
    {
        var (low, high) = (condition.Arguments[^2].AsValue()(scope), condition.Arguments[^1].AsValue()(scope));
        var required = $"more than {ValueText.Quote(low)} and less than {ValueText.Quote(high)}";
        foreach (var subject in condition.Arguments[..^2])
        {
            var value = subject.AsValue()(scope);
            var (fromLow, fromHigh) = (Compare(value, low), Compare(value, high));
            if (fromLow > 0 && fromHigh < 0)
                continue;
            var reachable = Compare(low, high) < 0;
            var change = !reachable ? null : fromLow <= 0 ? Change(">", value, low) : Change("<", value, high);
            return new("NotBetween", Explainer.Name(subject), ValueText.Quote(value), required, change);
        }

        return new("NotBetween", Explainer.Name(condition.Arguments[0]), null, required);
    }

    private static int? Compare(in Value a, in Value b) => (a.Kind, b.Kind) switch
    {
        (ValueKind.Number, ValueKind.Number) => a.Number.CompareTo(b.Number),
        (ValueKind.Time, ValueKind.Time) => a.Time.CompareTo(b.Time),
        _ => null,
    };

    private static string? Change(string name, in Value value, in Value other)
    {
        if (value.Kind != ValueKind.Number || other.Kind != ValueKind.Number)
            return null;
        var gap = Math.Abs(other.Number - value.Number);
        return name switch
        {
            ">=" => $"{ValueText.Of(gap)} more",
            ">" => gap == 0 ? "any amount more" : $"over {ValueText.Of(gap)} more",
            "<=" => $"{ValueText.Of(gap)} less",
            _ => gap == 0 ? "any amount less" : $"over {ValueText.Of(gap)} less",
        };
    }
}
