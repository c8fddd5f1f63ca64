namespace Talon.RuleEngine;

/// <summary>Effect <c>awardGiveaway</c>.</summary>
/// <param name="PoolId">Giveaway pool.</param>
/// <param name="PoolName">Pool name.</param>
/// <param name="RecipientIntegrationId">Only this customer may use/receive.</param>
/// <param name="GiveawayId">Giveaway.</param>
/// <param name="Code">Code string.</param>
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
