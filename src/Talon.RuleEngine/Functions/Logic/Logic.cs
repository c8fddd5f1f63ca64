using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Logic, lazy and from left to right.</summary>
internal static class Logic
{
    public static readonly Function And = new(
        "and", FunctionGroup.Logic,
        "Whether all conditions hold; true for none. Those behind the first that does not are not looked at.",
        """["and", ["couponValid"], [">=", [".", "Session", "Total"], 100]]""",
        new Overload("(conditions: boolean...) -> boolean", call =>
        {
            var operands = Operands(call);
            return Expression.Flag(scope =>
            {
                foreach (var operand in operands)
                    if (!operand(scope) || scope.Fault is not null)
                        return false;
                return true;
            });
        }))
    {
        Failure = "all conditions hold",
        ExplainsMissing = true,
        Explain = (condition, scope) => Explainer.Explain(condition.Arguments.First(operand => !Holds(operand, scope)), scope),
    };

    public static readonly Function Or = new(
        "or", FunctionGroup.Logic,
        "Whether at least one condition holds. One that looks at something missing counts as not holding, as long as another holds.",
        """["or", ["=", [".", "Session", "ShippingCity"], "Berlin"], [">=", [".", "Session", "Total"], 100]]""",
        new Overload("(conditions: boolean...) -> boolean", call =>
        {
            var operands = Operands(call);
            return Expression.Flag(scope =>
            {
                Fault? missing = null;
                if (scope.Fault is not null)
                    return false;
                foreach (var operand in operands)
                {
                    if (operand(scope) && scope.Fault is null)
                        return true;
                    missing ??= scope.Fault;
                    if (scope.Fault is not null && !scope.ForgiveMissing())
                        return false;
                }

                if (missing is not null)
                    scope.Fail(missing);
                return false;
            });
        }))
    {
        Failure = "at least one condition holds",
        ExplainsMissing = true,
        Explain = (condition, scope) => condition.Arguments is [var only]
            ? Explainer.Explain(only, scope)
            : new("NoneHolds", null, null, string.Join(" Or: ", condition.Arguments.Select(operand => Sentence.Of(Explainer.Explain(operand, scope))))),
    };

    public static readonly Function Not = new(
        "not", FunctionGroup.Logic,
        "Whether the condition does not hold.",
        """["not", ["in", [".", "Item", "Sku"], ["list", "a-1", "b-2"]]]""",
        new Overload("(condition: boolean) -> boolean", call =>
        {
            var condition = call.Flag(0);
            return Expression.Flag(scope => !condition(scope));
        }))
    {
        Failure = "the condition does not hold",
        Explain = (condition, scope) =>
            Ordering.ExplainOpposite(condition.Arguments[0], scope) ?? new("Holds", Explainer.Name(condition.Arguments[0]), "true", "false"),
    };

    public static readonly Function If = new(
        "if", FunctionGroup.Logic,
        "One of two values, or one of two effects; only the one chosen is looked at.",
        """["if", [">", [".", "Session", "Total"], 100], 20, 10]""",
        new Overload("(condition: boolean, then: any, else: any) -> any", Choose),
        new Overload("(condition: boolean, then: effect, else?: effect) -> effect", Choose));

    private static Expression Choose(Call call)
    {
        var condition = call.Flag(0);
        var alternatives = call.From(1);
        var type = TypeJoin.Of(alternatives);
        return type.Kind switch
        {
            TypeKind.Effect or TypeKind.Boolean => Of<bool>(),
            TypeKind.Number => Of<decimal>(),
            TypeKind.String => Of<string>(),
            TypeKind.List => Of<ValueList>(),
            _ => Of<Value>(),
        };

        Expression<T> Of<T>()
        {
            var then = alternatives[0].As<T>();
            var otherwise = alternatives.Length > 1 ? alternatives[1].As<T>() : _ => Typed<T>.Default;
            return new Expression<T>(type, scope => condition(scope) && scope.Fault is null ? then(scope) : scope.Fault is null ? otherwise(scope) : Typed<T>.Default);
        }
    }

    private static Func<Scope, bool>[] Operands(Call call) => [.. call.All(0).Select(operand => operand.As<bool>())];

    private static bool Holds(Expression operand, Scope scope)
    {
        var holds = operand.As<bool>()(scope) && scope.Fault is null;
        scope.Forgive();
        return holds;
    }
}
