namespace Talon.RuleEngine;

/// <summary>What an effect says, one derived record per effect type; members carry the names of the API.</summary>
public abstract record EffectProps
{
    /// <summary>The effect type's name, such as <c>setDiscount</c>.</summary>
    public abstract string EffectType { get; }
}
