namespace Talon.RuleEngine;

/// <summary>Effect <c>triggerWebhook</c>.</summary>
/// <param name="WebhookId">Webhook.</param>
/// <param name="WebhookName">Webhook name.</param>
public sealed record TriggerWebhookProps(long WebhookId, string WebhookName) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "triggerWebhook";
}
