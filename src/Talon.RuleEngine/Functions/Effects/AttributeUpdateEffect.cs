using Talon.RuleEngine.Members;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Emits updates of attributes.</summary>
internal static class AttributeUpdateEffect
{
    private static readonly Dictionary<string, (AttributeTarget Target, Func<Scope, object?> Entity)> Targets = new()
    {
        ["Session"] = (AttributeTarget.Session, scope => scope.Facts.Session),
        ["CustomerSession"] = (AttributeTarget.Session, scope => scope.Facts.Session),
        ["Profile"] = (AttributeTarget.Profile, scope => scope.Facts.Profile),
        ["CustomerProfile"] = (AttributeTarget.Profile, scope => scope.Facts.Profile),
        ["AdvocateProfile"] = (AttributeTarget.AdvocateProfile, scope => scope.Facts.Referral?.Referral?.Advocate),
        ["Coupon"] = (AttributeTarget.Coupon, scope => scope.Coupon?.Coupon),
        ["Referral"] = (AttributeTarget.Referral, scope => scope.Facts.Referral?.Referral),
    };

    public static Expression? Build(Call call, string operation, Expression operand)
    {
        var names = call.Word(0).Split('.');
        if (names is [var root, var attribute])
            names = [root, "Attributes", attribute];
        if (names is not [_, "Attributes", _] || !Targets.TryGetValue(names[0], out var target))
            return call.Problem(call[0].Syntax!, "The path does not name an attribute that can be updated.", "such as Session.Attributes.x", call.Word(0));
        if (Current(call, names) is not { } current || AttributeOperation.Build(call, operation, current, operand) is not { } value)
            return null;

        var path = $"{target.Target}.Attributes.{names[2]}";
        var absent = Fault.Missing(target.Target.ToString());
        var request = new UpdateAttributeRequest(target.Target, names[2], IsRelative: operation != "set");
        return Expression.Effect(scope =>
        {
            if (target.Entity(scope) is null)
                scope.Fail(absent);
            var result = value(scope);
            if (scope.Fault is not null)
                return false;
            scope.Output.Emit(scope, new UpdateAttributeProps(path, Kept(result)), request);
            return true;
        });
    }

    /// <summary>A value that may leave the evaluation: lists are copied out of the arena.</summary>
    public static Value Kept(in Value value) => value.Kind == ValueKind.List ? Value.Of(value.List.ToArray()) : value;

    /// <summary>The attribute as it is now, which also tells its type.</summary>
    private static Expression? Current(Call call, string[] names)
    {
        var node = call[0].Syntax!;
        var syntax = new ArraySyntax(node.Parent, null, 1);
        syntax.Elements = [.. names.Select(name => new LiteralSyntax(Value.Of(name), node.Parent, null, 1))];
        return PathBinder.Bind(call.Binder, syntax, syntax.Elements) is var read and not RefusedExpression ? read : null;
    }
}
