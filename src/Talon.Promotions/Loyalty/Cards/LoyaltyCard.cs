namespace Talon.Promotions;

/// <summary>A loyalty card, as it is stored.</summary>
public sealed record LoyaltyCard
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The programme.</summary>
    public required long ProgramId { get; init; }

    /// <summary>Unique in the programme; compared as it is written.</summary>
    public required string Identifier { get; init; }

    /// <summary>Whether points can be earned and spent with it.</summary>
    public required bool Active { get; init; }

    /// <summary>Why it is not active.</summary>
    public string? BlockReason { get; init; }

    /// <summary>The customers who use it.</summary>
    public IReadOnlyList<CardRegistration> Profiles { get; init; } = [];

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The batch it was created in.</summary>
    public string? BatchId { get; init; }
}

/// <summary>A customer who uses a card.</summary>
/// <param name="IntegrationId">The customer.</param>
/// <param name="Timestamp">Since when.</param>
public sealed record CardRegistration(string IntegrationId, DateTimeOffset Timestamp);
