using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>The new value of an attribute, by the operation.</summary>
internal static class AttributeOperation
{
    /// <summary>Checks types and gives the new value; null when a problem was reported.</summary>
    public static Func<Scope, Value>? Build(Call call, string operation, Expression target, Expression operand) => operation switch
    {
        "set" => Fits(call, target.Type, operand) ? operand.AsValue() : null,
        "toggle" => Toggle(call, target, operand),
        "later" => Shift(call, target, operand, 1),
        "earlier" => Shift(call, target, operand, -1),
        _ => Calculate(call, operation, target, operand),
    };

    /// <summary>Toggles a boolean; a text is set to the word.</summary>
    private static Func<Scope, Value>? Toggle(Call call, Expression target, Expression word)
    {
        if (target.Type.Kind == TypeKind.String)
            return word.AsValue();
        if (target.Type.Kind != TypeKind.Boolean)
            return Refuse(call, call[0], "a boolean attribute", "Only a boolean attribute can be toggled.", target);
        var now = target.As<bool>();
        return scope => Value.Of(!now(scope));
    }

    private static Func<Scope, Value>? Calculate(Call call, string operation, Expression target, Expression operand)
    {
        if (target.Type.Kind != TypeKind.Number)
            return Refuse(call, call[0], "a number attribute", $"{operation} works on numbers.", target);
        if (!Fits(call, TalangType.Number, operand))
            return null;
        var (now, by) = (target.As<decimal>(), operand.As<decimal>());
        Func<Scope, decimal, decimal, decimal> calculate = operation switch
        {
            "increase" => Arithmetic.Checked<Plus>,
            "decrease" => Arithmetic.Checked<Minus>,
            "multiply" => Arithmetic.Checked<Times>,
            _ => Arithmetic.Checked<Over>,
        };
        return scope => Value.Of(Amounts.Normalise(calculate(scope, now(scope), by(scope))));
    }

    /// <summary>Moves a time by a number of days.</summary>
    private static Func<Scope, Value>? Shift(Call call, Expression target, Expression operand, int sign)
    {
        if (target.Type.Kind != TypeKind.Time)
            return Refuse(call, call[0], "a time attribute", "Only a time can be moved.", target);
        if (!Fits(call, TalangType.Number, operand))
            return null;
        var (now, days) = (target.As<DateTimeOffset>(), operand.As<decimal>());
        return scope => Value.Of(Clock.Move(scope, now(scope), sign * days(scope), "days"));
    }

    private static bool Fits(Call call, TalangType wanted, Expression operand)
    {
        if (new Substitution().Admits(wanted, operand.Type))
            return true;
        call.Problem(operand.Syntax ?? call.Syntax, "The value does not fit the attribute.", wanted.ToString(), operand.Type.ToString());
        return false;
    }

    private static Func<Scope, Value>? Refuse(Call call, Expression place, string expected, string message, Expression? found = null)
    {
        call.Problem(place.Syntax ?? call.Syntax, message, expected, found?.Type.ToString());
        return null;
    }
}
