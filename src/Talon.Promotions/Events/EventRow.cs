namespace Talon.Promotions;

/// <summary>A stored event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Attempt">The attempt that stored it.</param>
internal sealed record EventRow(IntegrationEvent Event, string Attempt);
