using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A catalog with the names of the API.</summary>
internal sealed record CatalogBody(
    long Id,
    DateTimeOffset Created,
    long AccountId,
    DateTimeOffset Modified,
    string Name,
    string Description,
    IReadOnlyList<long> SubscribedApplicationsIds,
    long Version,
    long CreatedBy)
{
    public static CatalogBody From(Catalog catalog, long version, DateTimeOffset? synced) => new(
        catalog.Id,
        catalog.Created,
        ManagementFields.AccountId,
        synced > catalog.Modified ? synced.Value : catalog.Modified,
        catalog.Name,
        catalog.Description,
        catalog.SubscribedApplicationsIds,
        version,
        catalog.CreatedBy);
}

/// <summary>An item of a catalog with the names of the API.</summary>
internal sealed record CatalogItemBody(
    long Id,
    DateTimeOffset Created,
    string Sku,
    long Catalogid,
    long Version,
    decimal? Price,
    Product? Product,
    IReadOnlyList<ItemAttributeBody> Attributes)
{
    public static CatalogItemBody From(CatalogItem item, long catalogId, IReadOnlyDictionary<string, long> attributeIds) => new(
        item.Id,
        item.Created,
        item.Sku,
        catalogId,
        item.Version,
        item.Price,
        item.Product is { } product ? new Product(product) : null,
        item.Attributes is { ValueKind: JsonValueKind.Object } attributes ? [.. attributes.EnumerateObject().Select(member => new ItemAttributeBody(attributeIds.GetValueOrDefault(member.Name), member.Name, member.Value))] : []);
}

/// <summary>An attribute of an item.</summary>
internal sealed record ItemAttributeBody(long Attributeid, string Name, JsonElement Value);
