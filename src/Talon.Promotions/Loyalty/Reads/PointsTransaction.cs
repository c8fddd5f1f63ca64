namespace Talon.Promotions;

/// <summary>A line of the log of an account, with the names of the API.</summary>
public sealed record PointsTransaction
{
    /// <summary>The transaction.</summary>
    public required string TransactionUUID { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The programme.</summary>
    public required long ProgramId { get; init; }

    /// <summary>The card; null for a customer's points.</summary>
    public string? CardIdentifier { get; init; }

    /// <summary>The session's integration id.</summary>
    public string? CustomerSessionId { get; init; }

    /// <summary>The store's integration id.</summary>
    public string? StoreIntegrationId { get; init; }

    /// <summary><c>addition</c> or <c>subtraction</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The reason.</summary>
    public required string Name { get; init; }

    /// <summary><c>immediate</c>, <c>on_action</c> or a timestamp.</summary>
    public required string StartDate { get; init; }

    /// <summary><c>unlimited</c> or a timestamp.</summary>
    public required string ExpiryDate { get; init; }

    /// <summary>The subledger; "" for the main one.</summary>
    public required string SubledgerId { get; init; }

    /// <summary>How many points, more than 0.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>The ruleset of the rule.</summary>
    public long? RulesetId { get; init; }

    /// <summary>The title of the rule.</summary>
    public string? RuleName { get; init; }

    /// <summary>What is special about it.</summary>
    public TransactionFlags? Flags { get; init; }

    /// <summary>How long points that wait last once they are activated.</summary>
    public string? ValidityDuration { get; init; }
}

/// <summary>What is special about a transaction.</summary>
/// <param name="CreatesNegativeBalance">Points are owed because of it.</param>
public sealed record TransactionFlags(bool CreatesNegativeBalance);
