using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Members;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Reads of attributes, block elements, bindings and variables.</summary>
internal static class Paths
{
    public static readonly Function Read = new(
        ".", FunctionGroup.Path,
        "Reads an attribute, or what a name stands for. Fails when it is not set.",
        """[".", "Session", "Total"]""",
        new Overload("(name: literal, more: literal...) -> any", _ => null))
    {
        Special = (binder, syntax) => PathBinder.Bind(binder, syntax, syntax.Elements.AsSpan(1)),
    };

    public static readonly Function ReadOr = new(
        ".|", FunctionGroup.Path,
        "Reads an attribute, or gives the first argument when it is not set.",
        """[".|", "unknown", [".", "Profile", "Name"]]""",
        new Overload("(fallback: any, value: any) -> any", call =>
        {
            var (fallback, value) = (call[0].AsValue(), call[1].AsValue());
            return Expression.Dynamic(TypeJoin.Of(call[0].Type, call[1].Type), scope =>
            {
                if (scope.Fault is not null)
                    return Value.None;
                var read = value(scope);
                return scope.ForgiveMissing() ? fallback(scope) : read;
            });
        }));

    public static readonly Function Has = new(
        "has", FunctionGroup.Path,
        "Whether an attribute is set.",
        """["has", "Profile", "BirthDate"]""",
        new Overload("(name: literal, more: literal...) -> boolean", _ => null))
    {
        Failure = "set",
        Special = (binder, syntax) =>
        {
            var path = syntax.Elements is [_, ArraySyntax only] ? binder.Bind(only) : PathBinder.Bind(binder, syntax, syntax.Elements.AsSpan(1));
            if (path is RefusedExpression)
                return path;
            var read = path.AsValue();
            var has = Expression.Flag(scope =>
            {
                if (scope.Fault is not null)
                    return false;
                read(scope);
                return !scope.ForgiveMissing();
            });
            has.Arguments = [path];
            return has;
        },
        Explain = (condition, _) => new("NotSet", Explainer.Name(condition.Arguments[0]), "not set", "set"),
    };
}
