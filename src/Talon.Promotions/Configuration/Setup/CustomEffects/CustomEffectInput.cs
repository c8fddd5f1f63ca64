namespace Talon.Promotions;

/// <summary>What a caller says of a custom effect. Meanings as in <see cref="CustomEffect"/>.</summary>
public sealed record CustomEffectInput
{
    /// <summary>The Applications where it exists; none for all.</summary>
    public IReadOnlyList<long>? ApplicationIds { get; init; }

    /// <summary>Whether it fires once per cart item unit.</summary>
    public bool? IsPerItem { get; init; }

    /// <summary>API name.</summary>
    public required string Name { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>A JSON template.</summary>
    public required string Payload { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Whether rules may use it.</summary>
    public required bool Enabled { get; init; }

    /// <summary>The parameters that a rule passes.</summary>
    public IReadOnlyList<TemplateArgument>? Params { get; init; }
}
