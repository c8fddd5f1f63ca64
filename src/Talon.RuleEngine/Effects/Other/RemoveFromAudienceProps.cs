namespace Talon.RuleEngine;

/// <summary>Effect <c>removeFromAudience</c>.</summary>
/// <param name="AudienceId">Audience.</param>
/// <param name="AudienceName">Audience name.</param>
/// <param name="ProfileIntegrationId">Customer integration ID.</param>
/// <param name="ProfileId">Internal profile id (integer).</param>
public sealed record RemoveFromAudienceProps(
    long? AudienceId = null,
    string? AudienceName = null,
    string? ProfileIntegrationId = null,
    long? ProfileId = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "removeFromAudience";
}
