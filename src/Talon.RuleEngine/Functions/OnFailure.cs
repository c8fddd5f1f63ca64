using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine;

/// <summary><c>onFailure</c>: effects for when the rule's condition does not hold. Only an element of the rule's effects.</summary>
internal static class OnFailure
{
    public static readonly Function Function = new(
        "onFailure",
        FunctionGroup.Effect,
        "Runs its effects when the rule's condition does not hold. It stands directly among the rule's effects; notifications and custom effects only.",
        """["onFailure", ["showNotification", "Info", "Nearly there", "Spend 50 for free shipping."]]""",
        new Overload("(effects: effect...) -> effect", _ => null))
    {
        Failure = "its effects cannot be applied",
        Special = (binder, syntax) => binder.Refuse(syntax, "\"onFailure\" stands directly among the effects of a rule.", "an effect", "onFailure"),
    };

    public static bool Holds(SyntaxNode node) =>
        node is ArraySyntax { Elements: [LiteralSyntax { Value: { Kind: ValueKind.String, String: "onFailure" } }, ..] };

    public static Expression Bind(Binder binder, ArraySyntax syntax)
    {
        var effects = syntax.Elements.Skip(1).Select(node => Effect(binder, node)).ToArray();
        return Expression.Effect(scope =>
        {
            foreach (var effect in effects)
            {
                effect(scope);
                scope.Forgive();
            }

            return true;
        });
    }

    private static Func<Scope, bool> Effect(Binder binder, SyntaxNode node)
    {
        var bound = binder.Bind(node, TalangType.Effect);
        if (bound is not RefusedExpression && bound.Function is not { AllowedOnFailure: true })
            binder.Problems.Add(node, "Only notifications and custom effects may follow a failure.", "showNotification or customEffect", bound.Function?.Name);
        return bound.As<bool>();
    }
}
