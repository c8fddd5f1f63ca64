namespace Talon.RuleEngine;

/// <summary>Effect <c>triggerWebhook</c>.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="WebhookName">Its name.</param>
public sealed record TriggerWebhookProps(long WebhookId, string WebhookName) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "triggerWebhook";
}
