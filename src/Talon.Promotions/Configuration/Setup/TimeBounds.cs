namespace Talon.Promotions;

/// <summary>Bounds of a time, both excluded; null for none.</summary>
/// <param name="After">What it comes after.</param>
/// <param name="Before">What it comes before.</param>
public readonly record struct TimeBounds(DateTimeOffset? After, DateTimeOffset? Before)
{
    /// <summary>Whether a time lies between them; no time at all does only when there are none.</summary>
    public bool Admit(DateTimeOffset? time) => (After is null || time > After) && (Before is null || time < Before);
}
