namespace Talon.Promotions;

/// <summary>A line of a file of points.</summary>
public sealed record PointsLine
{
    /// <summary>Where it begins, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The customer, or the card in a card-based programme.</summary>
    public required string Owner { get; init; }

    /// <summary>How many points, zero or more.</summary>
    public required decimal Points { get; init; }

    /// <summary>Whether they go rather than come.</summary>
    public bool Subtracts { get; init; }

    /// <summary>The subledger; "" for the main one.</summary>
    public string Subledger { get; init; } = "";

    /// <summary>The reason.</summary>
    public string? Name { get; init; }

    /// <summary>First moment at which points that come can be spent, or when points went; null for now.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Whether points that come wait to be activated.</summary>
    public bool Waits { get; init; }

    /// <summary>First moment at which they no longer can be spent; null for never, or as <see cref="Validity"/> says.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>How long they last once they are active: a duration; null when <see cref="Expiry"/> says it all.</summary>
    public string? Validity { get; init; }

    /// <summary>The caller's name for the line, unique among the points of its owner: what has one is booked once.</summary>
    public required string Transaction { get; init; }
}
