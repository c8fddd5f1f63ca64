namespace Talon.Promotions;

/// <summary>Points to add by hand.</summary>
public sealed record NewPoints
{
    /// <summary>How many.</summary>
    public required decimal Points { get; init; }

    /// <summary>The reason.</summary>
    public string? Name { get; init; }

    /// <summary>The subledger; "" for the main one.</summary>
    public string Subledger { get; init; } = "";

    /// <summary>How long they last once they are active; null for what <see cref="ValidUntil"/> or the programme says.</summary>
    public string? ValidityDuration { get; init; }

    /// <summary>When they expire.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>How long they wait; null for what <see cref="PendingUntil"/> or the programme says.</summary>
    public string? PendingDuration { get; init; }

    /// <summary>When they become active.</summary>
    public DateTimeOffset? PendingUntil { get; init; }
}
