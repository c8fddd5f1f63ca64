using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>What to do when something cannot be evaluated, and nothing at all.</summary>
internal static class Guards
{
    public static readonly Function Catch = new(
        "catch", FunctionGroup.Guard,
        "The value of the second argument, or the first when the second looks at something missing or cannot be evaluated. A limit that refuses an effect is not caught.",
        """["catch", 0, [".", "Profile", "Attributes", "Points"]]""",
        new Overload("(fallback: any, value: any) -> any", call => Of(call)),
        new Overload("(fallback: nothing, value: effect) -> effect", call => Of(call)),
        new Overload("(fallback: effect, value: effect) -> effect", call => Of(call)))
    {
        Failure = "the guarded condition holds",
        Explain = (condition, scope) => Explainer.Explain(condition.Arguments[1], scope),
    };

    public static readonly Function Noop = new(
        "noop", FunctionGroup.Guard,
        "Does nothing; stands for an effect or a value that is not there.",
        """["noop"]""",
        new Overload("() -> nothing", _ => Expression.Dynamic(TalangType.Nothing, _ => Value.None)));

    public static readonly Function Identity = new(
        "identity", FunctionGroup.Guard,
        "The value itself.",
        """["identity", 10]""",
        new Overload("(value: T) -> T", call => call[0]));

    private static Expression Of(Call call)
    {
        var (fallback, value) = (call[0], call[1]);
        var type = TypeJoin.Of(value.Type, fallback.Type);
        return type.Kind switch
        {
            TypeKind.Effect or TypeKind.Boolean => Typed<bool>(),
            TypeKind.Number => Typed<decimal>(),
            TypeKind.String => Typed<string>(),
            TypeKind.Time => Typed<DateTimeOffset>(),
            TypeKind.List => Typed<ValueList>(),
            _ => Typed<Value>(),
        };

        Expression<T> Typed<T>()
        {
            var (run, otherwise) = (value.As<T>(), fallback.As<T>());
            return new Expression<T>(type, scope =>
            {
                if (scope.Fault is not null)
                    return Talang.Typed<T>.Default;
                var mark = scope.Output.Here;
                var result = run(scope);
                if (scope.Fault is null or { Kind: FaultKind.Refused })
                    return result;
                scope.Forgive();
                if (type.Kind == TypeKind.Effect)
                    scope.Output.RollBack(mark);
                return otherwise(scope);
            });
        }
    }
}
