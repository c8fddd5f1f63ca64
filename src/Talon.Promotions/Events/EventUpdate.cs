using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A custom event that a caller reports.</summary>
public sealed record EventUpdate
{
    /// <summary>The event type.</summary>
    public required string Type { get; init; }

    /// <summary>The customer.</summary>
    public required string ProfileId { get; init; }

    /// <summary>The integrator's id of the event, which may be used once in an Application; null for an event without one.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>A session that was closed, whose cart the rules look at; null for none.</summary>
    public string? ConnectedSessionId { get; init; }

    /// <summary>The session in which it happened, in any state, whose cart the rules look at; null for none.</summary>
    public string? SessionId { get; init; }

    /// <summary>The store's integration id.</summary>
    public string? StoreIntegrationId { get; init; }

    /// <summary>Attributes; a JSON object, null for none.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>At most one loyalty card identifier.</summary>
    public IReadOnlyList<string>? LoyaltyCards { get; init; }

    /// <summary>Evaluate only these campaigns, even disabled ones; dry requests only.</summary>
    public IReadOnlyList<long>? EvaluableCampaignIds { get; init; }

    /// <summary>Evaluate all campaigns whatever the evaluation modes say; dry requests only.</summary>
    public bool ForceCompleteEvaluation { get; init; }

    /// <summary>Evaluate and store nothing.</summary>
    public bool Dry { get; init; }

    /// <summary>The optional blocks wanted.</summary>
    public ResponseContent Include { get; init; }
}
