using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Search in texts, and of elements in lists: what is searched comes first.</summary>
internal static class TextSearch
{
    public static readonly Function Contains = new(
        "contains", FunctionGroup.Text,
        "Whether a text contains all the others, or a list all the elements. Every text contains the empty one.",
        """["contains", [".", "Item", "Category"], "Kitchen"]""",
        new Overload("(text: string, part: string, more: string...) -> boolean", call => Search(call, static (text, part) => text.Contains(part, StringComparison.Ordinal))),
        new Overload("(list: [T], element: T, more: T...) -> boolean", call => Elements(call, wanted: true)))
    {
        Failure = "something that contains {1}",
        Explain = (condition, scope) => Explain(condition, scope, "containing"),
    };

    public static readonly Function NotContains = new(
        "notContains", FunctionGroup.Text,
        "Whether a text contains none of the others, or a list none of the elements.",
        """["notContains", [".", "Item", "Name"], "Gift card"]""",
        new Overload("(text: string, part: string, more: string...) -> boolean", call => Search(call, static (text, part) => !text.Contains(part, StringComparison.Ordinal))),
        new Overload("(list: [T], element: T, more: T...) -> boolean", call => Elements(call, wanted: false)))
    {
        Failure = "something that does not contain {1}",
        Explain = (condition, scope) => Explain(condition, scope, "not containing"),
    };

    public static readonly Function StartsWith = new(
        "startsWith", FunctionGroup.Text,
        "Whether a text starts with each of the others. Every text starts with the empty one.",
        """["startsWith", [".", "Item", "Sku"], "SALE-"]""",
        new Overload("(text: string, start: string, more: string...) -> boolean", call => Search(call, static (text, start) => text.StartsWith(start, StringComparison.Ordinal))))
    {
        Failure = "something that starts with {1}",
        Explain = (condition, scope) => Explain(condition, scope, "starting with"),
    };

    public static readonly Function EndsWith = new(
        "endsWith", FunctionGroup.Text,
        "Whether a text ends with each of the others. Every text ends with the empty one.",
        """["endsWith", [".", "Profile", "Email"], "@example.com"]""",
        new Overload("(text: string, end: string, more: string...) -> boolean", call => Search(call, static (text, end) => text.EndsWith(end, StringComparison.Ordinal))))
    {
        Failure = "something that ends with {1}",
        Explain = (condition, scope) => Explain(condition, scope, "ending with"),
    };

    private static Expression<bool> Search(Call call, Func<string, string, bool> holds)
    {
        var text = call.Text(0);
        var parts = call.From(1).Select(part => part.As<string>()).ToArray();
        return Expression.Flag(scope =>
        {
            var searched = text(scope);
            foreach (var part in parts)
                if (!holds(searched, part(scope)))
                    return false;
            return true;
        });
    }

    private static Expression<bool> Elements(Call call, bool wanted)
    {
        var list = call.List(0);
        var elements = call.From(1).Select(element => element.AsValue()).ToArray();
        return Expression.Flag(scope =>
        {
            var searched = list(scope);
            foreach (var element in elements)
                if (ListSearch.Contains(scope, searched, element(scope)) != wanted)
                    return false;
            return true;
        });
    }

    private static Explanation Explain(Expression condition, Scope scope, string words) => new(
        "TextMismatch", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope),
        $"something {words} {string.Join(" and ", condition.Arguments.Skip(1).Select(part => Explainer.Show(part, scope)))}");
}
