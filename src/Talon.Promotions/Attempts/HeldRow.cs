namespace Talon.Promotions;

/// <summary>A session's note with its profile: totals are about to change.</summary>
/// <param name="Attempt">The attempt that will settle it.</param>
/// <param name="At">When it was left.</param>
internal sealed record HeldRow(AttemptReference Attempt, DateTimeOffset At);
