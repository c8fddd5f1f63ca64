namespace Talon.RuleEngine;

/// <summary>Effect <c>updateAttribute</c>.</summary>
/// <param name="Path">Where the attribute is, such as <c>Session.Attributes.x</c>.</param>
/// <param name="Value">The new value.</param>
public sealed record UpdateAttributeProps(string Path, Value Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "updateAttribute";
}
