using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Whether values are in lists and collections.</summary>
internal static class Membership
{
    public static readonly Function In = new(
        "in", FunctionGroup.List,
        "Whether the value is an element of the list.",
        """["in", [".", "Item", "Category"], ["list", "Shirts", "Trousers"]]""",
        new Overload("(value: any, list: [any]) -> boolean", call =>
        {
            var list = call.List(1);
            if (call[0] is Expression<string> { Run: var text } && Texts(call[1]) is { } texts)
                return Expression.Flag(scope => texts.Contains(text(scope)));
            var value = call[0].AsValue();
            return Expression.Flag(scope => ListSearch.Contains(scope, list(scope), value(scope)));
        }))
    {
        Failure = "one of {1}",
        Explain = (condition, scope) => new(
            "NotInList", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope), $"one of {Explainer.Show(condition.Arguments[1], scope)}"),
    };

    public static readonly Function InCollection = new(
        "inCollection", FunctionGroup.List,
        "Whether the text is in the collection.",
        """["inCollection", [".", "Item", "Sku"], "sale"]""",
        new Overload("(value: string, collection: @collection) -> boolean", call =>
        {
            var value = call.Text(0);
            var items = call.Reference<CollectionDefinition>(1).Items;
            return Expression.Flag(scope => items.Contains(value(scope)));
        }))
    {
        Failure = "in the collection {1}",
    };

    private static HashSet<string>? Texts(Expression list) =>
        list.Constant is { Kind: ValueKind.List } constant && constant.List.All(element => element.Kind == ValueKind.String)
            ? constant.List.Select(element => element.String).ToHashSet(StringComparer.Ordinal)
            : null;
}
