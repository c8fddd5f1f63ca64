namespace Talon.Promotions;

/// <summary>A limit as the API writes it.</summary>
public sealed record LimitConfig
{
    /// <summary>Stable id, assigned when the limit is created; not part of the API.</summary>
    public long? Id { get; init; }

    /// <summary>The limited action.</summary>
    public required string Action { get; init; }

    /// <summary>The ceiling.</summary>
    public required decimal Limit { get; init; }

    /// <summary>daily, weekly, monthly or yearly; null for none.</summary>
    public string? Period { get; init; }

    /// <summary>Names of the entities that are counted by; empty for the whole campaign.</summary>
    public required IReadOnlyList<string> Entities { get; init; }
}
