namespace Talon.Promotions;

/// <summary>A rehearsal has come to what would be stored: nothing spoke against it until then.</summary>
public sealed class RehearsalEndedException()
    : Exception("A rehearsal stores nothing.");
