namespace Talon.RuleEngine;

/// <summary>Effect <c>updateAttribute</c>.</summary>
/// <param name="Path">Entity and attribute path.</param>
/// <param name="Value">New attribute value.</param>
public sealed record UpdateAttributeProps(string Path, Value Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "updateAttribute";
}
