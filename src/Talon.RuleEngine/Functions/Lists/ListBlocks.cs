using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Functions that run a block for each element.</summary>
internal static class ListBlocks
{
    public static readonly Function Map = new(
        "map", FunctionGroup.List,
        "What the block gives for each element.",
        """["map", [".", "Session", "CartItems"], [["Item"], [".", "Item", "Price"]]]""",
        new Overload("(list: [T], value: (T) => U) -> [U]", call =>
        {
            var list = call.List(0);
            var block = call.Block(1);
            var value = ElementBlock.Of<Value>(block);
            return Expression.List(block.Body.Type, scope =>
            {
                var elements = list(scope);
                var mapped = scope.Lists.Open(elements.Count);
                foreach (ref readonly var element in elements.Span)
                {
                    scope.Step();
                    mapped.Add(value(scope, element));
                    if (scope.Fault is not null)
                        break;
                }

                return mapped.Close();
            });
        }));

    public static readonly Function Filter = new(
        "filter", FunctionGroup.List,
        "The elements for which the block holds. One that lacks what the block looks at is left out.",
        """["filter", [".", "Session", "CartItems"], [["Item"], ["=", [".", "Item", "Category"], "Shirts"]]]""",
        new Overload("(list: [T], keep: (T) => boolean) -> [T]", call =>
        {
            var list = call.List(0);
            var keep = ElementBlock.Predicate(call.Block(1));
            return Expression.List(call[0].Type.Element!, scope =>
            {
                var elements = list(scope);
                var kept = scope.Lists.Open(elements.Count);
                foreach (ref readonly var element in elements.Span)
                {
                    if (keep.Matches(scope, element))
                        kept.Add(element);
                    if (scope.Fault is not null)
                        break;
                }

                return kept.Close();
            });
        }));

    public static readonly Function Exists = new(
        "exists", FunctionGroup.List,
        "Whether the block holds for at least one element.",
        """["exists", [".", "Session", "CartItems"], [["Item"], ["=", [".", "Item", "Sku"], "rdbs-1111"]]]""",
        new Overload("(list: [T], holds: (T) => boolean) -> boolean", call => Search(call, stopAt: true)))
    {
        Failure = "at least one element matches",
        Explain = (condition, scope) => new(
            "NoElement", Explainer.Name(condition.Arguments[0]), "without a match", $"a list with an element where {Explainer.Name(((BlockExpression)condition.Arguments[1]).Body)}"),
    };

    public static readonly Function Every = new(
        "every", FunctionGroup.List,
        "Whether the block holds for all elements; true for an empty list.",
        """["every", [".", "Session", "CartItems"], [["Item"], [">", [".", "Item", "Price"], 5]]]""",
        new Overload("(list: [T], holds: (T) => boolean) -> boolean", call => Search(call, stopAt: false)))
    {
        Failure = "every element matches",
        Explain = (condition, scope) => new(
            "NotEveryElement", Explainer.Name(condition.Arguments[0]), "not all matching", $"a list in which every element has {Explainer.Name(((BlockExpression)condition.Arguments[1]).Body)}"),
    };

    private static Expression<bool> Search(Call call, bool stopAt)
    {
        var list = call.List(0);
        var holds = ElementBlock.Predicate(call.Block(1));
        return Expression.Flag(scope =>
        {
            foreach (ref readonly var element in list(scope).Span)
            {
                if (holds.Matches(scope, element) == stopAt)
                    return stopAt;
                if (scope.Fault is not null)
                    return false;
            }

            return !stopAt;
        });
    }
}
