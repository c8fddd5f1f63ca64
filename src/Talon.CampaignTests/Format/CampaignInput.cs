using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>A campaign.</summary>
public sealed record CampaignInput
{
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }

    /// <summary>Server-assigned id; its place in the list, from 1, when left out.</summary>
    public long? Id { get; init; }

    /// <summary>Neither disabled nor archived.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>First moment at which it runs.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>First moment at which it no longer runs.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Integration ids of the stores that it is linked to.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>Name of its evaluation group; null for the base group.</summary>
    public string? Group { get; init; }

    /// <summary>Its place in the group; its place in the list when left out.</summary>
    public int? Position { get; init; }

    /// <summary>Evaluated again on returns.</summary>
    public bool ReevaluateOnReturn { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement Attributes { get; init; }

    /// <summary>Budgets.</summary>
    public IReadOnlyList<LimitInput> Limits { get; init; } = [];

    /// <summary>Its own collections by name, with what is in them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Collections { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Rules, as a ruleset has them.</summary>
    public JsonElement Rules { get; init; }

    /// <summary>Bindings of the ruleset.</summary>
    public JsonElement Bindings { get; init; }
}
