using Talon.Promotions;

namespace Talon.Http;

/// <summary>A collection with the names of the API.</summary>
internal sealed record CollectionBody
{
    private const int ItemsShown = 50;

    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public long AccountId { get; init; } = ManagementFields.AccountId;

    public required DateTimeOffset Modified { get; init; }

    public long? ModifiedBy { get; init; }

    public required long CreatedBy { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<long>? SubscribedApplicationsIds { get; init; }

    public long? ApplicationId { get; init; }

    public long? CampaignId { get; init; }

    public IReadOnlyList<string>? Payload { get; init; }

    /// <summary>The collection with its first items.</summary>
    public static CollectionBody WithItems(Collection collection, Configuration configuration) =>
        From(collection) with { Payload = [.. (configuration.CollectionItems.Find(collection.Id)?.Items ?? []).Take(ItemsShown)] };

    public static CollectionBody From(Collection collection) => new()
    {
        Id = collection.Id,
        Created = collection.Created,
        Modified = collection.Modified,
        ModifiedBy = collection.ModifiedBy,
        CreatedBy = collection.CreatedBy,
        Name = collection.Name,
        Description = collection.Description,
        SubscribedApplicationsIds = collection.CampaignId is null ? collection.SubscribedApplicationsIds : null,
        ApplicationId = collection.ApplicationId,
        CampaignId = collection.CampaignId,
    };
}
