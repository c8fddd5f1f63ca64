namespace Talon.RuleEngine;

/// <summary>Effect <c>customEffect</c>.</summary>
/// <param name="EffectId">Custom effect id.</param>
/// <param name="Name">Custom effect name.</param>
/// <param name="CartItemPosition">Line index.</param>
/// <param name="CartItemSubPosition">Unit index in line.</param>
/// <param name="BundleIndex">Which bundle instance.</param>
/// <param name="BundleName">Bundle definition.</param>
/// <param name="Payload">JSON payload, as JSON text.</param>
public sealed record CustomProps(
    long EffectId,
    string Name,
    string Payload,
    int? CartItemPosition = null,
    int? CartItemSubPosition = null,
    int? BundleIndex = null,
    string? BundleName = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "customEffect";
}
