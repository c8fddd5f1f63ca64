namespace Talon.RuleEngine;

/// <summary>Effect <c>showNotification</c>.</summary>
/// <param name="NotificationType">Info, Offer, Error or Misc.</param>
/// <param name="Title">Human-facing name.</param>
/// <param name="Body">Text.</param>
public sealed record ShowNotificationProps(
    string NotificationType,
    string Title,
    string Body) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "showNotification";
}
