namespace Talon.RuleEngine;

/// <summary>Effect <c>willAwardGiveaway</c>.</summary>
/// <param name="PoolId">Giveaway pool.</param>
/// <param name="PoolName">Pool name.</param>
/// <param name="RecipientIntegrationId">Only this customer may use/receive.</param>
public sealed record WillAwardGiveawayProps(
    long PoolId,
    string PoolName,
    string RecipientIntegrationId) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "willAwardGiveaway";
}
