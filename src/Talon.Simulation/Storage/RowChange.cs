using Talon.Storage;

namespace Talon.Simulation;

/// <summary>What a transaction did to one row.</summary>
/// <param name="Key">The row key.</param>
/// <param name="Before">The row before it; null when there was none.</param>
/// <param name="After">The body after it; null when the row was deleted.</param>
internal readonly record struct RowChange(string Key, Row? Before, ReadOnlyMemory<byte>? After)
{
    /// <summary>Whether the row came into being.</summary>
    public bool Inserted => Before is null && After is not null;

    /// <summary>Whether the row was deleted.</summary>
    public bool Deleted => Before is not null && After is null;
}
