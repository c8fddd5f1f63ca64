namespace Talon.Promotions;

/// <summary>What a caller says of an additional cost. Meanings as in <see cref="AccountAdditionalCost"/>.</summary>
public sealed record AdditionalCostInput
{
    /// <summary>API name.</summary>
    public required string Name { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The Applications where it exists; none for all.</summary>
    public IReadOnlyList<long>? SubscribedApplicationsIds { get; init; }

    /// <summary>What may carry it.</summary>
    public AdditionalCostScope Type { get; init; }
}
