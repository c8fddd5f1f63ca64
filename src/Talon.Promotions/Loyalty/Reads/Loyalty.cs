using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>The points that a request is about, with the names of the API.</summary>
/// <param name="Programs">The customer's, by the programme's id.</param>
/// <param name="Cards">The card's; null when the request names none.</param>
public sealed record Loyalty(IReadOnlyDictionary<string, LoyaltyProgramLedgers> Programs, IReadOnlyList<LoyaltyCardState>? Cards);

/// <summary>A customer's points in one programme.</summary>
public sealed record LoyaltyProgramLedgers
{
    /// <summary>The programme.</summary>
    public required long Id { get; init; }

    /// <summary>Its display name.</summary>
    public required string Title { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When the customer joined, in the programme's time zone.</summary>
    public DateTimeOffset? JoinDate { get; init; }

    /// <summary>The main ledger.</summary>
    public required LedgerInfo Ledger { get; init; }

    /// <summary>The other ledgers by id, without those that are empty.</summary>
    public IReadOnlyDictionary<string, LedgerInfo>? SubLedgers { get; init; }
}

/// <summary>A card with its points.</summary>
public sealed record LoyaltyCardState
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The programme.</summary>
    [JsonPropertyName("programID")]
    public required long ProgramId { get; init; }

    /// <summary>Its name.</summary>
    public required string ProgramName { get; init; }

    /// <summary>Its display name.</summary>
    public required string ProgramTitle { get; init; }

    /// <summary><c>active</c> or <c>inactive</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is not active.</summary>
    public string? BlockReason { get; init; }

    /// <summary>The identifier.</summary>
    public required string Identifier { get; init; }

    /// <summary>Most customers on it; 0 for no limit.</summary>
    public required int UsersPerCardLimit { get; init; }

    /// <summary>The customers on it.</summary>
    public required IReadOnlyList<CardRegistration> Profiles { get; init; }

    /// <summary>The main ledger; null where points were not asked for.</summary>
    public LedgerInfo? Ledger { get; init; }

    /// <summary>The other ledgers by id, without those that are empty.</summary>
    public IReadOnlyDictionary<string, LedgerInfo>? Subledgers { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The batch it was created in.</summary>
    public string? BatchId { get; init; }

    /// <summary>A card without its points.</summary>
    public static LoyaltyCardState Of(LoyaltyProgram program, LoyaltyCard card) => new()
    {
        Id = card.Id,
        Created = card.Created,
        ProgramId = program.Id,
        ProgramName = program.Name,
        ProgramTitle = program.Title,
        Status = card.Active ? "active" : "inactive",
        BlockReason = card.BlockReason,
        Identifier = card.Identifier,
        UsersPerCardLimit = program.UsersPerCardLimit ?? 0,
        Profiles = card.Profiles,
        Modified = card.Modified,
        BatchId = card.BatchId,
    };
}
