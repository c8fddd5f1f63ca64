using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A store with the names of the API.</summary>
internal sealed record StoreBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public required long ApplicationId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public JsonElement? Attributes { get; init; }

    public required string IntegrationId { get; init; }

    public required IReadOnlyList<long> LinkedCampaignIds { get; init; }

    public static StoreBody From(Store store, Configuration configuration) => new()
    {
        Id = store.Id,
        Created = store.Created,
        Updated = store.Updated,
        ApplicationId = store.ApplicationId,
        Name = store.Name,
        Description = store.Description,
        Attributes = store.Attributes,
        IntegrationId = store.IntegrationId,
        LinkedCampaignIds = [.. configuration.Campaigns.Where(campaign => campaign.LinkedStoreIds.Contains(store.Id)).Select(campaign => campaign.Id)],
    };
}
