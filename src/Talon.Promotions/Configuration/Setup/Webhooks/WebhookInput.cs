namespace Talon.Promotions;

/// <summary>What a caller says of a webhook. Meanings as in <see cref="Webhook"/>.</summary>
public sealed record WebhookInput
{
    /// <summary>The Applications where it exists; empty for all.</summary>
    public required IReadOnlyList<long> ApplicationIds { get; init; }

    /// <summary>The name by which rules know it.</summary>
    public required string Title { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is still being worked on.</summary>
    public required bool Draft { get; init; }

    /// <summary>Whether rules may use it.</summary>
    public required bool Enabled { get; init; }

    /// <summary>The method.</summary>
    public required string Verb { get; init; }

    /// <summary>The address.</summary>
    public required string Url { get; init; }

    /// <summary>Further headers.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>A JSON template of the body.</summary>
    public string? Payload { get; init; }

    /// <summary>The parameters that a rule passes.</summary>
    public required IReadOnlyList<TemplateArgument> Params { get; init; }
}
