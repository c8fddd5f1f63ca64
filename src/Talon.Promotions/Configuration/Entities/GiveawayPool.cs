namespace Talon.Promotions;

/// <summary>A pool of codes that rules hand out, each once.</summary>
public sealed record GiveawayPool : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Who created it.</summary>
    public required long CreatedBy { get; init; }

    /// <summary>Who changed it last; null for nobody.</summary>
    public long? ModifiedBy { get; init; }

    /// <summary>Unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The Applications that may use it; empty for all.</summary>
    public IReadOnlyList<long> SubscribedApplicationsIds { get; init; } = [];

    /// <summary>Sandbox or live environment.</summary>
    public required bool Sandbox { get; init; }
}
