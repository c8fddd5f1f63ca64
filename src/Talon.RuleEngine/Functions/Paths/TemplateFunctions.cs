using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Templates: expressions with places for arguments, put in where they are called.</summary>
internal static class TemplateFunctions
{
    public static readonly Function Set = new(
        "setTemplate", FunctionGroup.Path,
        "Names an expression with places for arguments, for all that comes behind. The name may say what it takes and gives, as in plus(Decimal, Decimal)Decimal.",
        """["setTemplate", "percentOf(Decimal, Decimal)Decimal", ["/", ["*", ["#", 0], ["#", 1]], 100]]""",
        new Overload("(name: literal, body: any) -> effect", _ => null))
    {
        Failure = "it cannot fail",
        Special = Define,
    };

    public static readonly Function Call = new(
        "!", FunctionGroup.Path,
        "Puts a template in, with its arguments.",
        """["!", "percentOf", [".", "Session", "Total"], 10]""",
        new Overload("(name: literal, arguments: any...) -> any", _ => null))
    {
        Special = Insert,
    };

    public static readonly Function Argument = new(
        "#", FunctionGroup.Path,
        "In a template, the argument at a place counted from 0.",
        """["#", 0]""",
        new Overload("(place: number) -> any", _ => null))
    {
        Special = Place,
    };

    private static Expression Define(Binder binder, ArraySyntax syntax)
    {
        if (syntax.Elements is not [_, LiteralSyntax { Value: { Kind: ValueKind.String, String: var text } }, var body])
            return binder.Refuse(syntax, "A template consists of a name and an expression.", "[\"setTemplate\", name, expression]", null);
        if (TemplateHead.Parse(text) is not { } head)
            return binder.Refuse(syntax.Elements[1], "This is not the head of a template.", "such as plus(Decimal, Decimal)Decimal", text);
        binder.Templates.Set(new Template(head, body));
        return Expression.Effect(_ => true);
    }

    private static Expression Insert(Binder binder, ArraySyntax syntax)
    {
        if (syntax.Elements is not [_, LiteralSyntax { Value: { Kind: ValueKind.String, String: var name } } node, .. var rest])
            return binder.Refuse(syntax, "A template is called by its name.", "[\"!\", name, arguments...]", null);
        if (binder.Templates.Find(name) is not { } template)
            return binder.Refuse(node, $"There is no template \"{name}\" before this.", "the name of a template", $"\"{name}\"");
        if (binder.Templates.IsOpen(template))
            return binder.Refuse(node, $"The template \"{name}\" calls itself.", "another template", $"\"{name}\"");
        var arguments = rest.Select((argument, i) => template.Head.TypeOf(i) is { } type ? binder.Bind(argument, type) : binder.Bind(argument)).ToArray();
        if (template.Head.Parameters is { } wanted && wanted.Count != arguments.Length)
            return binder.Refuse(syntax, $"The template \"{name}\" takes {wanted.Count} arguments.", $"{wanted.Count}", $"{arguments.Length}");
        if (arguments.Any(argument => argument is RefusedExpression))
            return new RefusedExpression();
        return binder.Templates.Bind(binder, template, arguments);
    }

    private static Expression Place(Binder binder, ArraySyntax syntax)
    {
        if (binder.Templates.Arguments is not { } arguments)
            return binder.Refuse(syntax, "Places for arguments stand in templates only.", "a template", "none");
        if (syntax.Elements is not [_, LiteralSyntax { Value: { Kind: ValueKind.Number, Number: var place } }] || place < 0 || place >= arguments.Length || place != decimal.Truncate(place))
            return binder.Refuse(syntax, "The template is not given such an argument.", $"0 to {arguments.Length - 1}", null);
        return arguments[(int)place];
    }
}
