namespace Talon.Promotions;

/// <summary>A tier that a customer holds, with the names of the API.</summary>
public sealed record Tier
{
    /// <summary>The tier's id.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Since when it is held, in the programme's time zone.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>When it ends, in the programme's time zone; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Where the customer lands then: <c>one_down</c> or <c>balance_based</c>.</summary>
    public string? DowngradePolicy { get; init; }
}
