using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The operations that set up catalogs, and list what is in them; they are filled through the Integration API.</summary>
internal static class CatalogOperations
{
    private const string Path = "/v1/catalogs";
    private const string One = Path + "/{catalogId}";
    private static readonly Parameter<long> CatalogId = Parameters.PathInteger("catalogId", "The catalog's id.");
    private static readonly Parameter<IReadOnlyList<string>?> Skus = Parameters.TextList("sku", "Only items of these SKUs.");
    private static readonly Parameter<IReadOnlyList<string>?> Products = Parameters.TextList("productNames", "Only items of these products.");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createCatalog", Path, "Create an empty catalog.", [], CatalogSchemas.New, CatalogSchemas.Catalog, CreateAsync),
        Manage.Write(
            "GET", "listCatalogs", Path, "List the catalogs.", [.. ManagementParameters.List, ManagementParameters.WithTotal], null,
            new(200, Page.Continued("Catalogs", CatalogSchemas.Catalog), "The catalogs."), ListAsync),
        Manage.Write("GET", "getCatalog", One, "Read a catalog.", [CatalogId], null, new(200, CatalogSchemas.Catalog, "The catalog."), GetAsync),
        Manage.Update("updateCatalog", One, "Change a catalog, but nothing in it.", [CatalogId], CatalogSchemas.New, CatalogSchemas.Catalog, UpdateAsync),
        Manage.Write(
            "GET", "listCatalogItems", One + "/items", "List what is in a catalog.",
            [CatalogId, ManagementParameters.PageSize, ManagementParameters.Skip, ManagementParameters.WithTotal, Skus, Products], null,
            new(200, Page.Continued("CatalogItems", CatalogSchemas.Item), "The items."), ListItemsAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        await AnswerAsync(201, context, await context.Services.Account.Catalogs.CreateAsync(Read(context), context.Caller.Actor, cancellation), cancellation);

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        await AnswerAsync(200, context, await context.Services.Account.Catalogs.UpdateAsync(context.Get(CatalogId), Read(context), cancellation), cancellation);

    private static async Task<ApiResponse> GetAsync(OperationContext context, CancellationToken cancellation) =>
        await AnswerAsync(200, context, (await context.Services.Account.Configurations.GetAsync(cancellation)).RequireCatalog(context.Get(CatalogId)), cancellation);

    private static CatalogInput Read(OperationContext context) => new()
    {
        Name = context.Body.Text("name")!,
        Description = context.Body.Text("description"),
        SubscribedApplicationsIds = context.Body.Integers("subscribedApplicationsIds"),
    };

    private static async Task<ApiResponse> ListAsync(OperationContext context, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var versions = await Task.WhenAll(configuration.Catalogs.Select(async catalog => (catalog.Id, Version: await context.Services.Promotions.Catalogs.VersionAsync(catalog, cancellation))));
        var byId = versions.ToDictionary(entry => entry.Id, entry => entry.Version);
        return Page.Continued(context, configuration.Catalogs, catalog => new(catalog.Created, catalog.Name), catalog => CatalogBody.From(catalog, byId[catalog.Id].Version, byId[catalog.Id].Modified), IntegrationJson.Api.CatalogBody);
    }

    private static async Task<ApiResponse> ListItemsAsync(OperationContext context, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var catalog = configuration.RequireCatalog(context.Get(CatalogId));
        var attributeIds = configuration.Attributes.Where(attribute => attribute.Entity == AttributeEntity.CartItem).ToDictionary(attribute => attribute.Name, attribute => attribute.Id);
        var skus = context.Get(Skus)?.ToHashSet();
        var products = context.Get(Products)?.ToHashSet();
        var (page, total, hasMore) = await context.Services.Promotions.Catalogs.ItemsAsync(
            catalog.Id,
            item => skus?.Contains(item.Sku) != false && products?.Contains(item.Product ?? "") != false,
            context.Get(ManagementParameters.Skip),
            context.Get(ManagementParameters.PageSize),
            context.Get(ManagementParameters.WithTotal),
            cancellation);
        return IntegrationContext.Continued(page.Select(item => CatalogItemBody.From(item, catalog.Id, attributeIds)), hasMore, IntegrationJson.Api.CatalogItemBody, total);
    }

    private static async Task<ApiResponse> AnswerAsync(int status, OperationContext context, Catalog catalog, CancellationToken cancellation)
    {
        var (version, modified) = await context.Services.Promotions.Catalogs.VersionAsync(catalog, cancellation);
        return ApiResponse.Json(status, CatalogBody.From(catalog, version, modified), IntegrationJson.Api.CatalogBody);
    }
}
