namespace Talon.Promotions;

/// <summary>Somebody else changed what this update was computed from. Nothing of it took effect; it is computed anew.</summary>
internal sealed class RaceLostException(string what)
    : Exception($"Another update of {what} was faster.");
