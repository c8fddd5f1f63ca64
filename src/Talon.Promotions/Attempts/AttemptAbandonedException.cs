namespace Talon.Promotions;

/// <summary>Somebody gave the attempt up, and released its claims; it can no longer be committed.</summary>
internal sealed class AttemptAbandonedException(string attempt)
    : Exception($"Attempt {attempt} was abandoned.");
