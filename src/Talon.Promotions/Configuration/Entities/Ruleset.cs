using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A revision of a campaign's rules.</summary>
public sealed record Ruleset : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The Application of its campaign.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>The owning campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>Who created it.</summary>
    public required long UserId { get; init; }

    /// <summary>The rules as sent, a JSON array.</summary>
    public required JsonElement Rules { get; init; }

    /// <summary>Rules of catalog prices as sent, a JSON array.</summary>
    public JsonElement? StrikethroughRules { get; init; }

    /// <summary>Named expressions as sent, a JSON array.</summary>
    public required JsonElement Bindings { get; init; }

    /// <summary>Version of the rule builder; kept as sent.</summary>
    public string? RbVersion { get; init; }

    /// <summary>When it was last put in force.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }
}
