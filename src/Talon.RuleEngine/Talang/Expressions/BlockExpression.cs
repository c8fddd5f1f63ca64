namespace Talon.RuleEngine.Talang;

/// <summary>A block: an expression over an element that stands in a slot of the scope.</summary>
internal sealed class BlockExpression : Expression
{
    public BlockExpression(TalangType parameter, int slot, Expression body)
        : base(TalangType.BlockOf(parameter, body.Type)) => (Slot, Body) = (slot, body);

    public Expression Body { get; }

    /// <summary>What the body looks at.</summary>
    public Usage Usage { get; init; }

    /// <summary>Whether the body reads the element at all.</summary>
    public bool ReadsElement { get; init; }

    public override Func<Scope, Value> AsValue() => Body.AsValue();
}
