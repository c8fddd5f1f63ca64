using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A referral with its counter, with the names of the API.</summary>
public record Referral
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Valid from.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Most redemptions; 0 for unlimited.</summary>
    public required long UsageLimit { get; init; }

    /// <summary>The owning campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>Who recommends.</summary>
    public required string AdvocateProfileIntegrationId { get; init; }

    /// <summary>The only friend who may use it.</summary>
    public string? FriendProfileIntegrationId { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The import it came from.</summary>
    public long? ImportId { get; init; }

    /// <summary>The code, in the case that the Application stores.</summary>
    public required string Code { get; init; }

    /// <summary>Redemptions so far.</summary>
    public long UsageCounter { get; init; }

    /// <summary>The batch it was created in.</summary>
    public string? BatchId { get; init; }
}
