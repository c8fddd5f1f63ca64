namespace Talon.RuleEngine;

/// <summary>Effect <c>awardGiveaway</c>.</summary>
/// <param name="PoolId">The giveaway pool.</param>
/// <param name="PoolName">Its name.</param>
/// <param name="RecipientIntegrationId">The integrator's id of the customer who gets it.</param>
/// <param name="GiveawayId">The giveaway.</param>
/// <param name="Code">The code.</param>
public sealed record AwardGiveawayProps(
    long PoolId,
    string PoolName,
    string RecipientIntegrationId,
    long GiveawayId,
    string Code) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "awardGiveaway";
}
