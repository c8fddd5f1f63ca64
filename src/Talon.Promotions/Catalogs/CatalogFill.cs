namespace Talon.Promotions;

/// <summary>Fills lines of a cart with what the catalog knows of them; what a line says itself wins.</summary>
internal static class CatalogFill
{
    /// <summary>The update with its lines filled.</summary>
    public static SessionUpdate Filled(this SessionUpdate update, IReadOnlyDictionary<string, CatalogItem> items, DateTimeOffset now) => items.Count == 0 || update.CartItems is null
        ? update
        : update with { CartItems = [.. update.CartItems.Select(line => items.TryGetValue(line.Sku, out var item) ? Fill(line, item, now) : line)] };

    private static CartItem Fill(CartItem line, CatalogItem item, DateTimeOffset now)
    {
        var adjusted = item.AdjustedAt(now).ToDictionary(adjustment => adjustment.PriceType);
        var chosen = line.SelectedPriceType is { } type ? adjusted.GetValueOrDefault(type) : null;
        var filled = line with
        {
            CatalogItemID = item.Id,
            Name = line.Name ?? item.Product,
            Product = line.Product ?? (item.Product is { } product ? new Product(product) : null),
            Attributes = item.Attributes is { } attributes ? JsonObject.Merge(attributes, line.Attributes) : line.Attributes,
            Prices = line.Prices ?? (adjusted.Count == 0 ? null : adjusted.ToDictionary(pair => pair.Key, pair => Detail(pair.Value))),
        };
        if (line.Price is not null)
            return filled;
        return chosen is null
            ? filled with { Price = item.Price }
            : filled with
            {
                Price = chosen.Price,
                AdjustmentReferenceId = Reference(chosen),
                AdjustmentEffectiveFrom = chosen.EffectiveFrom,
                AdjustmentEffectiveUntil = chosen.EffectiveUntil,
            };
    }

    private static PriceDetail Detail(PriceAdjustment adjustment) => new()
    {
        Price = adjustment.Price,
        AdjustmentContextId = adjustment.ContextId,
        AdjustmentReferenceId = Reference(adjustment),
        AdjustmentEffectiveFrom = adjustment.EffectiveFrom,
        AdjustmentEffectiveUntil = adjustment.EffectiveUntil,
    };

    private static Guid? Reference(PriceAdjustment adjustment) => Guid.TryParseExact(adjustment.ReferenceId, "D", out var reference) ? reference : null;
}
