using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Sorting: stable, by numbers, times or texts.</summary>
internal static class Sorting
{
    public static readonly Function Sort = new(
        "sort", FunctionGroup.List,
        "The list in order of what the blocks give, each asc or desc; a later block breaks ties of the earlier ones, and equal elements keep their order.",
        """["sort", [".", "Session", "CartItems"], [["Item"], [".", "Item", "Price"]], "desc", [["Item"], [".", "Item", "Sku"]], "asc"]""",
        new Overload("(list: [T], descending?: boolean) -> [T]", call =>
        {
            var list = call.List(0);
            var descending = call.Has(1) ? call.Flag(1) : _ => false;
            return Expression.List(call[0].Type.Element!, scope => Sorted(scope, list(scope), [static (_, in element) => element], [descending(scope)]));
        }),
        new Overload("(list: [T], by: (T) => any..., order: 'asc' | 'desc'...) -> [T]", call =>
        {
            var list = call.List(0);
            var keys = call.All(1).Select(block => ElementBlock.Of<Value>((BlockExpression)block)).ToArray();
            var descending = call.All(2).Select(order => order.Constant!.Value.String == "desc").ToArray();
            return Expression.List(call[0].Type.Element!, scope => Sorted(scope, list(scope), keys, descending));
        }));

    public static readonly Function SortByNumber = ByOne("sortByNumber", "number");

    public static readonly Function SortByString = ByOne("sortByString", "string");

    private static Function ByOne(string name, string type) => new(
        name, FunctionGroup.List,
        $"The list in order of the {type} that the block gives; descending when the last argument is true.",
        $"""["{name}", [".", "Session", "CartItems"], [["Item"], [".", "Item", "{(type == "number" ? "Price" : "Sku")}"]], true]""",
        new Overload($"(list: [T], by: (T) => {type}, descending?: boolean) -> [T]", call =>
        {
            var list = call.List(0);
            var key = ElementBlock.Of<Value>(call.Block(1));
            var descending = call.Has(2) ? call.Flag(2) : _ => false;
            return Expression.List(call[0].Type.Element!, scope => Sorted(scope, list(scope), [key], [descending(scope)]));
        }));

    private static ValueList Sorted(Scope scope, ValueList list, ElementBlock<Value>[] keys, bool[] descending)
    {
        var entries = new (Value Element, Value[] Keys, int Place)[list.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            scope.Step(keys.Length + 4);
            var element = list[i];
            entries[i] = (element, Array.ConvertAll(keys, key => key(scope, element)), i);
            if (scope.Fault is not null)
                return ValueList.Empty;
        }

        Array.Sort(entries, (a, b) =>
        {
            for (var k = 0; k < keys.Length; k++)
                if (ValueOrder.Compare(a.Keys[k], b.Keys[k]) is not 0 and var order)
                    return descending[k] ? -order : order;
            return a.Place.CompareTo(b.Place);
        });
        return ValueList.From(Array.ConvertAll(entries, entry => entry.Element));
    }
}
