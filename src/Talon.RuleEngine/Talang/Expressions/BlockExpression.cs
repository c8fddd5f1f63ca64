namespace Talon.RuleEngine.Talang;

/// <summary>A block: an expression over an element that stands in a slot of the scope.</summary>
internal sealed class BlockExpression(TalangType parameter, int slot, Expression body) : Expression(TalangType.BlockOf(parameter, body.Type))
{
    public int Slot { get; } = slot;

    public Expression Body { get; } = body;

    /// <summary>What the body looks at.</summary>
    public Usage Usage { get; init; }

    /// <summary>Whether the body reads the element at all.</summary>
    public bool ReadsElement { get; init; }

    public override Func<Scope, Value> AsValue() => Body.AsValue();
}
