namespace Talon.RuleEngine;

/// <summary>Effect <c>error</c>.</summary>
/// <param name="Message">What went wrong, in a sentence.</param>
public sealed record ErrorProps(string Message) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "error";
}
