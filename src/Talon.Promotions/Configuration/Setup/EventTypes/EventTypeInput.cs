namespace Talon.Promotions;

/// <summary>What a caller says of an event type. Meanings as in <see cref="EventType"/>.</summary>
/// <param name="Title">Display name.</param>
/// <param name="Name">API name.</param>
/// <param name="Description">Free text.</param>
public sealed record EventTypeInput(string Title, string Name, string? Description = null);
