using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>One number of a list.</summary>
internal static class Aggregates
{
    private static readonly Fault Nothing = new(FaultKind.Missing, new("EmptyList", "list", "empty", "not empty"));

    private static readonly Fault NotANumber = new(FaultKind.Missing, new("NotANumber", "list", "not all numbers", "a list of numbers"));

    public static readonly Function Count = new(
        "count", FunctionGroup.List,
        "How many elements there are.",
        """["count", [".", "Session", "CartItems"]]""",
        new Overload("(list: [any]) -> number", call =>
        {
            var list = call.List(0);
            return Expression.Number(scope => list(scope).Count);
        }));

    public static readonly Function Sum = new(
        "sum", FunctionGroup.List,
        "The sum of numbers, or of what the block gives; 0 for an empty list.",
        """["sum", [".", "Session", "CartItems"], [["Item"], [".", "Item", "Price"]]]""",
        Overloads(static (scope, list, value) => Total(scope, list, value)));

    public static readonly Function Average = new(
        "average", FunctionGroup.List,
        "The average of numbers, or of what the block gives; fails for an empty list.",
        """["average", [".", "Session", "CartItems"], [["Item"], [".", "Item", "Price"]]]""",
        Overloads(static (scope, list, value) => list.Count == 0 ? scope.Fail(Nothing, 0m) : Total(scope, list, value) / list.Count));

    public static readonly Function Min = new(
        "min", FunctionGroup.List,
        "The smallest of the numbers, or of what the block gives; fails for an empty list.",
        """["min", ["list", 50, ["*", [".", "Session", "Total"], 0.2]]]""",
        Overloads(static (scope, list, value) => Best(scope, list, value, static (a, b) => a < b)));

    public static readonly Function Max = new(
        "max", FunctionGroup.List,
        "The largest of the numbers, or of what the block gives; fails for an empty list.",
        """["max", [".", "Session", "CartItems"], [["Item"], [".", "Item", "Price"]]]""",
        Overloads(static (scope, list, value) => Best(scope, list, value, static (a, b) => a > b)));

    private static Overload[] Overloads(Func<Scope, ValueList, ElementBlock<decimal>, decimal> aggregate) =>
    [
        new("(list: [number]) -> number", call =>
        {
            var list = call.List(0);
            return Expression.Number(scope => aggregate(scope, list(scope), static (scope, in element) =>
                Typed<decimal>.TryRead(element, out var number) ? number : scope.Fail(NotANumber, 0m)));
        }),
        new("(list: [T], value: (T) => number) -> number", call =>
        {
            var list = call.List(0);
            var value = ElementBlock.Of<decimal>(call.Block(1));
            return Expression.Number(scope => aggregate(scope, list(scope), value));
        }),
    ];

    private static decimal Total(Scope scope, ValueList list, ElementBlock<decimal> value)
    {
        var total = 0m;
        foreach (ref readonly var element in list.Span)
        {
            scope.Step();
            total = Arithmetic.Checked<Plus>(scope, total, value(scope, element));
            if (scope.Fault is not null)
                return 0;
        }

        return total;
    }

    private static decimal Best(Scope scope, ValueList list, ElementBlock<decimal> value, Func<decimal, decimal, bool> better)
    {
        if (list.Count == 0)
            return scope.Fail(Nothing, 0m);
        var best = value(scope, list[0]);
        foreach (ref readonly var element in list.Span[1..])
        {
            scope.Step();
            var number = value(scope, element);
            if (better(number, best))
                best = number;
            if (scope.Fault is not null)
                return 0;
        }

        return best;
    }
}
