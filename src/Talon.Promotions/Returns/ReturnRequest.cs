namespace Talon.Promotions;

/// <summary>A request to return units of a closed session.</summary>
public sealed record ReturnRequest
{
    /// <summary>The integrator's id of the session.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>What comes back.</summary>
    public required IReadOnlyList<ReturnedCartItem> Items { get; init; }

    /// <summary>Evaluate what is left of the cart, for the campaigns that ask for it.</summary>
    public bool RunRuleEngine { get; init; }

    /// <summary>Tell what would be undone, and store nothing.</summary>
    public bool Dry { get; init; }

    /// <summary>The optional blocks wanted.</summary>
    public ResponseContent Include { get; init; }
}

/// <summary>Units of one line that come back.</summary>
/// <param name="Position">The line's index; null when it is named by its sku.</param>
/// <param name="Sku">The line's sku; null when it is named by its index.</param>
/// <param name="Quantity">How many; null for all that are left.</param>
public sealed record ReturnedCartItem(int? Position, string? Sku, int? Quantity);

/// <summary>A return, with the names of the API.</summary>
public sealed record Return
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The owning Application.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>The owning account.</summary>
    public required long AccountId { get; init; }

    /// <summary>What came back, by line.</summary>
    public required IReadOnlyList<ReturnedCartItem> ReturnedCartItems { get; init; }

    /// <summary>The event that it produced.</summary>
    public required long EventId { get; init; }

    /// <summary>The session's id.</summary>
    public required long SessionId { get; init; }

    /// <summary>The session's integration id.</summary>
    public required string SessionIntegrationId { get; init; }

    /// <summary>The profile's id; null when anonymous.</summary>
    public long? ProfileId { get; init; }

    /// <summary>The profile's integration id; null when anonymous.</summary>
    public string? ProfileIntegrationId { get; init; }
}
