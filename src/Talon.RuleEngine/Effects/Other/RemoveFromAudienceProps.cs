namespace Talon.RuleEngine;

/// <summary>Effect <c>removeFromAudience</c>.</summary>
/// <param name="AudienceId">The audience.</param>
/// <param name="AudienceName">Its name.</param>
/// <param name="ProfileIntegrationId">The integrator's id of the customer.</param>
/// <param name="ProfileId">The server's id of the customer.</param>
public sealed record RemoveFromAudienceProps(
    long? AudienceId = null,
    string? AudienceName = null,
    string? ProfileIntegrationId = null,
    long? ProfileId = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "removeFromAudience";
}
