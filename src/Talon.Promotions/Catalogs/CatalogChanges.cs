namespace Talon.Promotions;

/// <summary>What an action makes of an item.</summary>
internal static class CatalogChanges
{
    /// <summary>The item after an action; null when it is removed.</summary>
    /// <param name="action">The action.</param>
    /// <param name="item">The item; null when there is none of the SKU.</param>
    /// <param name="version">The catalog's version from then on.</param>
    /// <param name="now">When.</param>
    public static CatalogItem? After(this CatalogAction action, CatalogItem? item, long version, DateTimeOffset now)
    {
        switch (action.Kind)
        {
            case CatalogActionKind.Add when item is null || action.Force:
                return New(action, item, version, now) with { Price = action.Price ?? item?.Price, Product = action.Product, Attributes = action.Attributes };
            case CatalogActionKind.Patch when item is not null || action.Force:
                var patched = New(action, item, version, now);
                return patched with { Price = action.Price ?? patched.Price, Product = action.Product, Attributes = JsonObject.Merge(patched.Attributes ?? JsonObject.Empty, action.Attributes) };
            case CatalogActionKind.PatchMany when item is not null && action.Filters.All(filter => filter.Admits(item)):
                return item with { Version = version, Price = action.Price ?? item.Price, Attributes = JsonObject.Merge(item.Attributes ?? JsonObject.Empty, action.Attributes) };
            case CatalogActionKind.AddPriceAdjustment when item is not null:
                return item.Adjusted(action.Adjustments, now) with { Version = version };
            case CatalogActionKind.Remove:
            case CatalogActionKind.RemoveMany when item is not null && action.Filters.All(filter => filter.Admits(item)):
                return null;
            default:
                return item;
        }
    }

    private static CatalogItem New(CatalogAction action, CatalogItem? item, long version, DateTimeOffset now) =>
        item is null ? new CatalogItem { Id = 0, Created = now, Sku = action.Sku!, Version = version } : item with { Version = version };
}
