using Talon.Storage;

namespace Talon.Promotions;

/// <summary>One row of a counter as it was read: the counter itself, or one of its stripes.</summary>
/// <param name="Used">What is taken; 0 when there is no row yet.</param>
/// <param name="ETag">The row's ETag; null when there is no row yet.</param>
/// <param name="Claimed">When the last attempt began that claimed; null for never.</param>
/// <param name="Allotted">For a stripe, how much was allotted to it.</param>
/// <param name="Ceiling">For a stripe, the highest ceiling under which something was allotted; null for no limit.</param>
internal readonly record struct CounterPart(decimal Used, string? ETag, DateTimeOffset? Claimed = null, decimal Allotted = 0, decimal? Ceiling = null)
{
    /// <summary>For a stripe, what it may still grant by itself; never below zero.</summary>
    public decimal Unused => Allotted - Used;

    /// <summary>Whether what a stripe has left was allotted under a ceiling that still holds.</summary>
    public bool IsWithin(decimal? ceiling) => ceiling is null || (Ceiling is { } most && most <= ceiling);

    /// <summary>The part that a row holds; an empty one for no row.</summary>
    public static CounterPart Of(Row? row) => row is not null && RowCodec.Decode(row.Body, RowJson.Default.CounterRow) is var read
        ? new(read.Used, row.ETag, read.Claimed, read.Allotted ?? 0, read.Ceiling)
        : default;
}
