namespace Talon.RuleEngine;

/// <summary>Effect <c>showNotification</c>.</summary>
/// <param name="NotificationType">Info, Offer, Error or Misc.</param>
/// <param name="Title">The title.</param>
/// <param name="Body">The text.</param>
public sealed record ShowNotificationProps(
    string NotificationType,
    string Title,
    string Body) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "showNotification";
}
