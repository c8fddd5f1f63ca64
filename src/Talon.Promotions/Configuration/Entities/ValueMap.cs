namespace Talon.Promotions;

/// <summary>A mapping from keys, such as SKUs, to numbers; it belongs to a campaign.</summary>
public sealed record ValueMap : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The Application of the owning campaign.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>The owning campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Who created it.</summary>
    public required long CreatedBy { get; init; }

    /// <summary>Unique in the Application.</summary>
    public required string Name { get; init; }

    /// <summary>The mapping.</summary>
    public IReadOnlyDictionary<string, decimal> Entries { get; init; } = new Dictionary<string, decimal>();
}
