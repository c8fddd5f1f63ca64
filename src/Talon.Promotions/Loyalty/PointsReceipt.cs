using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>What an operation did to points.</summary>
internal sealed record PointsReceipt
{
    /// <summary>Of a line of an import that had been booked before.</summary>
    public static PointsReceipt Before { get; } = new();

    /// <summary>The points that were spent.</summary>
    public IReadOnlyList<Lot> Spent { get; init; } = [];

    /// <summary>The points that were taken back.</summary>
    public IReadOnlyList<TakenBack> TakenBack { get; init; } = [];

    /// <summary>Whether time did more than was noted.</summary>
    [JsonIgnore]
    public bool IsBehind { get; init; }

    /// <summary>The ledger's entries, the clock's doing included.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; init; } = [];
}
