using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Parts of lists.</summary>
internal static class ListParts
{
    private static readonly Fault Absent = new(FaultKind.Missing, new("NoSuchElement", "list", "too short", "long enough"));

    public static readonly Function Head = new(
        "head", FunctionGroup.List,
        "The first element; fails when the list is empty.",
        """["head", ["sort", [".", "Session", "CartItems"], [["Item"], [".", "Item", "Price"]]]]""",
        new Overload("(list: [T]) -> T", call => Element(call, _ => 0)));

    public static readonly Function Item = new(
        "item", FunctionGroup.List,
        "The element at a place counted from 0; fails when there is none.",
        """["item", ["split", "a,b,c", ","], 1]""",
        new Overload("(list: [T], index: number) -> T", call => Element(call, call.Number(1))));

    public static readonly Function At = new(
        "at", FunctionGroup.List,
        "The element at a place counted from 0; fails when there is none.",
        """["at", ["split", "a,b,c", ","], 1]""",
        new Overload("(list: [T], index: number) -> T", call => Element(call, call.Number(1))));

    public static readonly Function Tail = new(
        "tail", FunctionGroup.List,
        "The list without its first element.",
        """["tail", ["list", 1, 2, 3]]""",
        new Overload("(list: [T]) -> [T]", call => Part(call, static (_, count) => (1, count - 1))));

    public static readonly Function Drop = new(
        "drop", FunctionGroup.List,
        "The list without its last element.",
        """["drop", ["list", 1, 2, 3]]""",
        new Overload("(list: [T]) -> [T]", call => Part(call, static (_, count) => (0, count - 1))));

    public static readonly Function Select = new(
        "select", FunctionGroup.List,
        "The first or the last n elements, or all there are.",
        """["select", ["sort", [".", "Session", "CartItems"], [["Item"], [".", "Item", "Price"]]], "first", 2]""",
        new Overload("(list: [T], from: 'first' | 'last', count: number) -> [T]", call =>
        {
            var fromStart = call.Word(1) == "first";
            var wanted = call.Number(2);
            return Part(call, (scope, count) =>
            {
                var taken = (int)Math.Clamp(wanted(scope), 0, count);
                return (fromStart ? 0 : count - taken, taken);
            });
        }));

    public static readonly Function Slice = new(
        "slice", FunctionGroup.List,
        "The elements from one place to before another, or those that exist of them.",
        """["slice", [".", "Session", "CartItems"], 1, 3]""",
        new Overload("(list: [T], from: number, to: number) -> [T]", call =>
        {
            var (from, to) = (call.Number(1), call.Number(2));
            return Part(call, (scope, count) =>
            {
                var start = (int)Math.Clamp(from(scope), 0, count);
                return (start, (int)Math.Clamp(to(scope), start, count) - start);
            });
        }));

    private static Expression<Value> Element(Call call, Func<Scope, decimal> index)
    {
        var list = call.List(0);
        return Expression.Dynamic(call[0].Type.Element!, scope =>
        {
            var elements = list(scope);
            var at = index(scope);
            return at >= 0 && at < elements.Count ? elements[(int)at] : scope.Fail(Absent, Value.None);
        });
    }

    private static Expression<ValueList> Part(Call call, Func<Scope, int, (int Start, int Count)> part)
    {
        var list = call.List(0);
        return Expression.List(call[0].Type.Element!, scope =>
        {
            var elements = list(scope);
            if (elements.Count == 0)
                return elements;
            var (start, count) = part(scope, elements.Count);
            return elements.Slice(start, count);
        });
    }
}
