namespace Talon.RuleEngine;

/// <summary>Effect <c>willAwardGiveaway</c>.</summary>
/// <param name="PoolId">The giveaway pool.</param>
/// <param name="PoolName">Its name.</param>
/// <param name="RecipientIntegrationId">The integrator's id of the customer who will get it.</param>
public sealed record WillAwardGiveawayProps(
    long PoolId,
    string PoolName,
    string RecipientIntegrationId) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "willAwardGiveaway";
}
