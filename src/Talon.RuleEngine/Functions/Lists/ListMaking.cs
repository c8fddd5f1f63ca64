using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Making lists from values and from other lists.</summary>
internal static class ListMaking
{
    public static readonly Function List = new(
        "list", FunctionGroup.List,
        "A list of the values.",
        """["list", "Shirts", "Trousers"]""",
        new Overload("(elements: any...) -> [any]", call =>
        {
            var elements = call.All(0);
            var type = TypeJoin.Of(elements);
            if (elements.All(element => element.Constant is not null))
            {
                var constant = ValueList.From(elements.Select(element => element.Constant!.Value).ToArray());
                return new Expression<ValueList>(TalangType.ListOf(type), _ => constant) { Constant = Value.Of(constant) };
            }

            var values = elements.Select(element => element.AsValue()).ToArray();
            return Expression.List(type, scope =>
            {
                scope.Step(values.Length);
                var list = scope.Lists.Open(values.Length);
                foreach (var value in values)
                    list.Add(value(scope));
                return list.Close();
            });
        }));

    public static readonly Function Append = Appending("append");

    public static readonly Function Push = Appending("push");

    public static readonly Function Reverse = new(
        "reverse", FunctionGroup.List,
        "The list from its end to its start.",
        """["reverse", [".", "Session", "CartItems"]]""",
        new Overload("(list: [T]) -> [T]", call =>
        {
            var list = call.List(0);
            return Expression.List(call[0].Type.Element!, scope =>
            {
                var elements = list(scope);
                scope.Step(elements.Count);
                var reversed = scope.Lists.Open(elements.Count);
                for (var i = elements.Count - 1; i >= 0; i--)
                    reversed.Add(elements.Span[i]);
                return reversed.Close();
            });
        }));

    public static readonly Function Distinct = new(
        "distinct", FunctionGroup.List,
        "The list with only the first of the elements for which the block gives the same.",
        """["distinct", [".", "Session", "CartItems"], [["Item"], [".", "Item", "Category"]]]""",
        new Overload("(list: [T], by?: (T) => any) -> [T]", call =>
        {
            var list = call.List(0);
            var key = call.Has(1) ? ElementBlock.Of<Value>(call.Block(1)) : (_, in element) => element;
            return Expression.List(call[0].Type.Element!, scope =>
            {
                var elements = list(scope);
                var seen = new HashSet<string>(StringComparer.Ordinal);
                var distinct = scope.Lists.Open(elements.Count);
                foreach (ref readonly var element in elements.Span)
                {
                    scope.Step();
                    if (seen.Add(ValueText.Of(key(scope, element))))
                        distinct.Add(element);
                    if (scope.Fault is not null)
                        break;
                }

                return distinct.Close();
            });
        }));

    private static Function Appending(string name) => new(
        name, FunctionGroup.List,
        "The list with the values behind its elements.",
        $"""["{name}", ["list", "Shirts"], "Trousers"]""",
        new Overload("(list: [T], element: T, more: T...) -> [T]", call =>
        {
            var list = call.List(0);
            var values = call.From(1).Select(value => value.AsValue()).ToArray();
            var type = TypeJoin.Of(call[0].Type.Element!, TypeJoin.Of(call.From(1)));
            return Expression.List(type, scope =>
            {
                var elements = list(scope);
                scope.Step(elements.Count + values.Length);
                var longer = scope.Lists.Open(elements.Count + values.Length);
                foreach (ref readonly var element in elements.Span)
                    longer.Add(element);
                foreach (var value in values)
                    longer.Add(value(scope));
                return longer.Close();
            });
        }));
}
