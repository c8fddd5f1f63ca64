namespace Talon.Promotions;

/// <summary>A call that rules can make to another system.</summary>
public sealed record Webhook : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>The Applications where it exists; empty for all.</summary>
    public IReadOnlyList<long> ApplicationIds { get; init; } = [];

    /// <summary>The name by which rules know it, unique in the account.</summary>
    public required string Title { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is still being worked on; rules cannot use it then.</summary>
    public bool Draft { get; init; }

    /// <summary>Whether rules may use it.</summary>
    public bool Enabled { get; init; }

    /// <summary>The method.</summary>
    public required string Verb { get; init; }

    /// <summary>The address; <c>${name}</c> stands for a parameter.</summary>
    public required string Url { get; init; }

    /// <summary>Further headers, as <c>Name: value</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>A JSON template of the body; <c>${name}</c> stands for a parameter. Null for no body.</summary>
    public string? Payload { get; init; }

    /// <summary>The parameters that a rule passes.</summary>
    public IReadOnlyList<TemplateArgument> Params { get; init; } = [];

    /// <summary>The secret that calls are signed with.</summary>
    public required string Secret { get; init; }
}
