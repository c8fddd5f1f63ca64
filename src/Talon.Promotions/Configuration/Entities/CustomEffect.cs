namespace Talon.Promotions;

/// <summary>An effect that the account defines.</summary>
public sealed record CustomEffect : IEntity
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

    /// <summary>The Applications where it exists; empty for all.</summary>
    public IReadOnlyList<long> ApplicationIds { get; init; } = [];

    /// <summary>Whether it fires once per cart item unit.</summary>
    public bool IsPerItem { get; init; }

    /// <summary>API name, unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>A JSON template; <c>${name}</c> stands for a parameter.</summary>
    public required string Payload { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Whether rules may use it.</summary>
    public required bool Enabled { get; init; }

    /// <summary>The parameters that a rule passes.</summary>
    public IReadOnlyList<TemplateArgument> Params { get; init; } = [];
}
