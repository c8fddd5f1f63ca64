namespace Talon.Promotions;

/// <summary>What a caller says of a collection. Meanings as in <see cref="Collection"/>.</summary>
public sealed record CollectionInput
{
    /// <summary>The name; required to create a collection, and not changed later.</summary>
    public string? Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>For one of the account, the Applications where it exists; empty for all, null to leave them as they are.</summary>
    public IReadOnlyList<long>? SubscribedApplicationsIds { get; init; }
}
