using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A request to create or update a profile.</summary>
public sealed record ProfileUpdate
{
    /// <summary>The integrator's id of the customer.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>Attributes to set; merged by name. A JSON object, null for none.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Evaluate rules; otherwise there are no effects.</summary>
    public bool RunRuleEngine { get; init; }

    /// <summary>Evaluate and store nothing; only with <see cref="RunRuleEngine"/>.</summary>
    public bool Dry { get; init; }

    /// <summary>Evaluate only these campaigns, even disabled ones; dry requests only.</summary>
    public IReadOnlyList<long>? EvaluableCampaignIds { get; init; }

    /// <summary>Audiences to join, by id.</summary>
    public IReadOnlyList<long> AudienceAdds { get; init; } = [];

    /// <summary>Audiences to leave, by id.</summary>
    public IReadOnlyList<long> AudienceDeletes { get; init; } = [];

    /// <summary>The optional blocks wanted.</summary>
    public ResponseContent Include { get; init; }
}
