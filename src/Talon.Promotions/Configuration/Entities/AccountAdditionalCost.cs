namespace Talon.Promotions;

/// <summary>A kind of additional cost, such as shipping.</summary>
public sealed record AccountAdditionalCost : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>API name, unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>The Applications where it exists; empty for all.</summary>
    public IReadOnlyList<long> SubscribedApplicationsIds { get; init; } = [];

    /// <summary>What may carry it.</summary>
    public AdditionalCostScope Type { get; init; }
}
