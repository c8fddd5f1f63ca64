using System.Text;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Explanations;

/// <summary>Says why a condition was false, by looking at it again.</summary>
internal static class Explainer
{
    /// <summary>Explains a condition that is false or has a fault; leaves the scope without one.</summary>
    public static Explanation Explain(Expression condition, Scope scope)
    {
        scope.Forgive();
        condition.As<bool>()(scope);
        return ExplainFalse(condition, scope);
    }

    /// <summary>Explains a condition that was just looked at; leaves the scope without a fault.</summary>
    /// <remarks>A difference that no decimal holds, or work beyond the budget of steps, must not change what the rule comes to.</remarks>
    public static Explanation ExplainFalse(Expression condition, Scope scope)
    {
        try
        {
            if (scope.Fault is { } fault && !(condition.Function?.ExplainsMissing == true && scope.ForgiveMissing()))
                return fault.Explanation;
            if (condition.Source is { } bound)
                return Explain(bound, scope);
            return condition.Why?.Invoke(scope) ?? condition.Function?.Explain?.Invoke(condition, scope) ?? Plain(condition, scope);
        }
        catch (Exception exception) when (exception is OverflowException or StepBudgetException)
        {
            return new("ConditionNotMet", Name(condition), "false", "true");
        }
        finally
        {
            scope.Forgive();
        }
    }

    /// <summary>What is looked at, in the words of the rule.</summary>
    public static string Name(Expression expression) => expression.Name ??= Describe(expression);

    private static string Describe(Expression expression)
    {
        if (expression.Path is { } path)
            return path;
        if (expression.Constant is { } constant)
            return ValueText.Quote(constant);
        if (expression.Syntax is { } syntax)
            return Shorten(Write(syntax, new StringBuilder()).ToString());
        return expression.Function?.Name ?? expression.Type.ToString();
    }

    /// <summary>The value now, as text.</summary>
    public static string Show(Expression expression, Scope scope)
    {
        var value = expression.AsValue()(scope);
        return Shorten(ValueText.Quote(value));
    }

    private static Explanation Plain(Expression condition, Scope scope)
    {
        if (condition.Function?.Failure is not { } template || condition.Arguments is not [var first, ..])
            return new("ConditionNotMet", Name(condition), "false", "true");
        var actual = first.Type.Kind is TypeKind.Reference or TypeKind.Block ? null : Show(first, scope);
        return new("ConditionNotMet", Name(first), actual, Fill(template, condition, scope));
    }

    /// <summary>The failure text of a function, with its arguments filled in.</summary>
    public static string Fill(string template, Expression condition, Scope scope)
    {
        for (var i = 0; i < condition.Arguments.Length; i++)
            if (template.Contains($"{{{i}}}", StringComparison.Ordinal))
                template = template.Replace($"{{{i}}}", Argument(condition.Arguments[i], scope), StringComparison.Ordinal);
        return template;
    }

    private static string Argument(Expression argument, Scope scope) => argument switch
    {
        ReferenceExpression { Target: NamedEntity named } => $"\"{named.Name}\"",
        ReferenceExpression { Target: CollectionDefinition collection } => $"\"{collection.Name}\"",
        ReferenceExpression or BlockExpression => Name(argument),
        _ => Show(argument, scope),
    };

    private static StringBuilder Write(SyntaxNode node, StringBuilder text)
    {
        switch (node)
        {
            case LiteralSyntax literal:
                return text.Append(ValueText.Quote(literal.Value));
            case ArraySyntax { Elements: [LiteralSyntax { Value: { Kind: ValueKind.String, String: "." } }, .. var names] } when names.All(name => name is LiteralSyntax { Value.Kind: ValueKind.String }):
                return text.AppendJoin('.', names.Select(name => ((LiteralSyntax)name).Value.String));
            case ArraySyntax { Elements: [LiteralSyntax { Value.Kind: ValueKind.String } name, .. var arguments] }:
                text.Append(name.Value.String).Append('(');
                for (var i = 0; i < arguments.Length; i++)
                    Write(arguments[i], i == 0 ? text : text.Append(", "));
                return text.Append(')');
            case ArraySyntax { Elements: [ArraySyntax, var body] }:
                return Write(body, text);
            default:
                return text.Append("...");
        }
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..199] + "…";
}
