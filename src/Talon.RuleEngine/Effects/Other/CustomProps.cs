namespace Talon.RuleEngine;

/// <summary>Effect <c>customEffect</c>.</summary>
/// <param name="EffectId">The custom effect.</param>
/// <param name="Name">Its name.</param>
/// <param name="Payload">JSON, as text.</param>
/// <param name="CartItemPosition">For an effect per item, index of the line in the cart, from 0.</param>
/// <param name="CartItemSubPosition">For an effect per item, index of the unit in its line, from 0.</param>
/// <param name="BundleIndex">The bundle's place among those of its binding, from 0.</param>
/// <param name="BundleName">The binding that made the bundle.</param>
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
