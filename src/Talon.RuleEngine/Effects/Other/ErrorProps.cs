namespace Talon.RuleEngine;

/// <summary>Effect <c>error</c>.</summary>
/// <param name="Message">Evaluation error text.</param>
public sealed record ErrorProps(string Message) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "error";
}
