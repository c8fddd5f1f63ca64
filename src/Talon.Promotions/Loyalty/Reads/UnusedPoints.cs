namespace Talon.Promotions;

/// <summary>Unused points of one transaction, with the names of the API.</summary>
public sealed record UnusedPoints
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>The transaction.</summary>
    public required string TransactionUUID { get; init; }

    /// <summary>When they were granted.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The programme.</summary>
    public required long ProgramId { get; init; }

    /// <summary>The card; null for a customer's points.</summary>
    public string? CardIdentifier { get; init; }

    /// <summary>The session's integration id.</summary>
    public string? CustomerSessionId { get; init; }

    /// <summary>The reason.</summary>
    public required string Name { get; init; }

    /// <summary><c>immediate</c>, <c>on_action</c> or a timestamp.</summary>
    public required string StartDate { get; init; }

    /// <summary><c>unlimited</c> or a timestamp.</summary>
    public required string ExpiryDate { get; init; }

    /// <summary>The subledger; "" for the main one.</summary>
    public required string SubledgerId { get; init; }

    /// <summary>How many points are left of it.</summary>
    public required decimal Amount { get; init; }

    /// <summary>How long points that wait last once they are activated.</summary>
    public string? ValidityDuration { get; init; }
}
