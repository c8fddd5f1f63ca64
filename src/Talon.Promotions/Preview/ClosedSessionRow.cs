namespace Talon.Promotions;

/// <summary>Notes that a session was being closed.</summary>
/// <param name="IntegrationId">The session.</param>
/// <param name="At">When.</param>
internal sealed record ClosedSessionRow(string IntegrationId, DateTimeOffset At);
