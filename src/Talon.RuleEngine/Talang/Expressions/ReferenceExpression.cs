namespace Talon.RuleEngine.Talang;

/// <summary>Something of the account that a rule names.</summary>
internal sealed class ReferenceExpression(TalangType type, object target) : Expression(type)
{
    public object Target { get; } = target;

    public override Func<Scope, Value> AsValue()
    {
        var value = Value.OfEntity(Target);
        return _ => value;
    }
}

/// <summary>Stands where an expression was refused, so that what is around it can still be checked.</summary>
internal sealed class RefusedExpression() : Expression(TalangType.Nothing)
{
    public override Func<Scope, Value> AsValue() => _ => Value.None;
}
