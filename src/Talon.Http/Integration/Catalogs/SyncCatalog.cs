using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Changes what is in a catalog.</summary>
internal static class SyncCatalog
{
    private const int MaxBody = 2 * 1024 * 1024;

    private static readonly Parameter<long> CatalogId = Parameters.PathInteger("catalogId", "The catalog's id.");

    private static readonly Dictionary<string, CatalogActionKind> Kinds = new()
    {
        ["ADD"] = CatalogActionKind.Add,
        ["PATCH"] = CatalogActionKind.Patch,
        ["PATCH_MANY"] = CatalogActionKind.PatchMany,
        ["REMOVE"] = CatalogActionKind.Remove,
        ["REMOVE_MANY"] = CatalogActionKind.RemoveMany,
        ["ADD_PRICE_ADJUSTMENT"] = CatalogActionKind.AddPriceAdjustment,
    };

    public static readonly Operation Operation = new()
    {
        OperationId = "syncCatalog",
        Method = "PUT",
        Path = "/v1/catalogs/{catalogId}/sync",
        Summary = "Add, change and remove items of a catalog, up to 1,000 in a call.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [CatalogId],
        Request = CatalogSchemas.Sync,
        MaxBody = MaxBody,
        Answers = [new(200, CatalogSchemas.Catalog, "The catalog is at its next version."), Answer.InvalidPlain, Answer.Unauthorized, Answer.NotFound],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var actions = context.Body.List("actions", action => Read(action, context.Now))!;
        var (catalog, version, modified) = await context.Services.Promotions.Catalogs.SyncAsync(context.ForApplication, context.Get(CatalogId), context.Body.Integer("version"), actions, cancellation);
        return ApiResponse.Json(200, CatalogBody.From(catalog, version, modified), IntegrationJson.Api.CatalogBody);
    }

    private static CatalogAction Read(JsonElement action, DateTimeOffset now)
    {
        var payload = action.GetProperty("payload");
        return new CatalogAction
        {
            Kind = Kinds[action.Text("type")!],
            Sku = payload.Text("sku"),
            Price = payload.Number("price"),
            Product = payload.Member("product") is { } product ? product.Text("name") : null,
            Attributes = payload.Member("attributes"),
            Force = (payload.Flag("replaceIfExists") ?? false) || (payload.Flag("createIfNotExists") ?? false),
            Filters = payload.List("filters", filter => new CatalogFilter(filter.Text("attr")!, filter.Text("op")!, filter.GetProperty("value"))) ?? [],
            Adjustments = payload.List("adjustments", adjustment => ReadAdjustment(adjustment, now)) ?? [],
        };
    }

    private static PriceAdjustment ReadAdjustment(JsonElement adjustment, DateTimeOffset now) => new()
    {
        PriceType = adjustment.Text("priceType")!,
        Price = adjustment.Number("price"),
        ReferenceId = adjustment.Text("referenceId")!,
        ContextId = adjustment.Text("contextId"),
        CalculatedAt = adjustment.Time("calculatedAt") ?? now,
        EffectiveFrom = adjustment.Time("effectiveFrom"),
        EffectiveUntil = adjustment.Time("effectiveUntil"),
    };
}
