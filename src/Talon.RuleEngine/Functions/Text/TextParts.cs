using System.Text;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Putting texts together and taking them apart.</summary>
internal static class TextParts
{
    private const int MaxLength = 100_000;

    private static readonly Fault TooLong = Fault.Error("TextTooLong", "A text became too long.");

    public static readonly Function Concat = new(
        "concat", FunctionGroup.Text,
        "Texts put together.",
        """["concat", "Hello ", [".", "Profile", "Name"]]""",
        new Overload("(first: string, more: string...) -> string", call => Concatenation(call.From(0))));

    public static readonly Function Split = new(
        "split", FunctionGroup.Text,
        "The parts of a text between the separators.",
        """["split", "red,green,blue", ","]""",
        new Overload("(text: string, separator: string) -> [string]", call =>
        {
            var (text, separator) = (call.Text(0), call.Text(1));
            return Expression.List(TalangType.String, scope =>
            {
                var parts = text(scope).Split(separator(scope));
                scope.Step(parts.Length);
                return ValueList.From(Array.ConvertAll(parts, Value.Of));
            });
        }));

    public static readonly Function Join = new(
        "join", FunctionGroup.Text,
        "The elements of a list as one text, with glue between them.",
        """["join", ["list", "red", "green"], ", "]""",
        new Overload("(list: [any], glue: string) -> string", call =>
        {
            var (list, glue) = (call.List(0), call.Text(1));
            return Expression.Text(scope =>
            {
                var elements = list(scope);
                scope.Step(elements.Count);
                return Glued(scope, elements, glue(scope));
            });
        }));

    public static readonly Function FirstName = new(
        "firstName", FunctionGroup.Text,
        "A full name without its last word.",
        """["firstName", [".", "Profile", "Name"]]""",
        new Overload("(name: string) -> string", call =>
        {
            var name = call.Text(0);
            return Expression.Text(scope =>
            {
                var full = name(scope).Trim();
                return full.LastIndexOf(' ') is >= 0 and var space ? full[..space].TrimEnd() : full;
            });
        }));

    public static readonly Function LastName = new(
        "lastName", FunctionGroup.Text,
        "The last word of a full name.",
        """["lastName", [".", "Profile", "Name"]]""",
        new Overload("(name: string) -> string", call =>
        {
            var name = call.Text(0);
            return Expression.Text(scope =>
            {
                var full = name(scope).Trim();
                return full[(full.LastIndexOf(' ') + 1)..];
            });
        }));

    public static readonly Function AsText = new(
        "toString", FunctionGroup.Text,
        "A value as text: numbers without trailing zeros, times in RFC 3339.",
        """["toString", [".", "Session", "Total"]]""",
        new Overload("(value: any) -> string", call =>
        {
            var value = call[0].AsValue();
            return Expression.Text(scope => ValueText.Of(value(scope)));
        }));

    public static Expression<string> Concatenation(Expression[] parts)
    {
        var texts = parts.Select(part => part.As<string>()).ToArray();
        return Expression.Text(scope =>
        {
            var text = texts[0](scope);
            for (var i = 1; i < texts.Length; i++)
                text = Bounded(scope, text + texts[i](scope));
            return text;
        });
    }

    private static string Glued(Scope scope, ValueList elements, string glue)
    {
        var text = new StringBuilder();
        for (var i = 0; i < elements.Count && text.Length <= MaxLength; i++)
            text.Append(i == 0 ? "" : glue).Append(ValueText.Of(elements[i]));
        return Bounded(scope, text.ToString());
    }

    /// <summary>Texts are bounded: a rule must not fill the memory.</summary>
    private static string Bounded(Scope scope, string text) => text.Length <= MaxLength ? text : scope.Fail(TooLong, "");
}
