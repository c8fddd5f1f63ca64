namespace Talon.Promotions;

/// <summary>A named set of strings, of the account or of a campaign. What is in it stands in <see cref="CollectionItems"/>.</summary>
public sealed record Collection : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Who created it.</summary>
    public required long CreatedBy { get; init; }

    /// <summary>Who changed it last.</summary>
    public long? ModifiedBy { get; init; }

    /// <summary>Unique in the account, or in its campaign.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>For one of the account, the Applications where it exists; empty for all.</summary>
    public IReadOnlyList<long> SubscribedApplicationsIds { get; init; } = [];

    /// <summary>The Application of the owning campaign.</summary>
    public long? ApplicationId { get; init; }

    /// <summary>The owning campaign; null for one of the account.</summary>
    public long? CampaignId { get; init; }
}
