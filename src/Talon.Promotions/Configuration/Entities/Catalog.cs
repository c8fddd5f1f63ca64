namespace Talon.Promotions;

/// <summary>A catalog of cart items. What is in it, and how often it changed, stands elsewhere.</summary>
public sealed record Catalog : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last renamed or subscribed.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Who created it.</summary>
    public required long CreatedBy { get; init; }

    /// <summary>Display name, unique.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>The Applications whose carts it fills; empty for all.</summary>
    public IReadOnlyList<long> SubscribedApplicationsIds { get; init; } = [];

    /// <summary>Whether it fills the carts of an Application.</summary>
    public bool IsVisibleTo(long applicationId) => Subscription.Includes(SubscribedApplicationsIds, applicationId);
}
