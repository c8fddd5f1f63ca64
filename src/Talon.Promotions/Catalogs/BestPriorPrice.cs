namespace Talon.Promotions;

/// <summary>The lowest price that an item had before.</summary>
/// <param name="Id">The observation.</param>
/// <param name="Sku">The item.</param>
/// <param name="ObservedAt">From when on it held.</param>
/// <param name="Price">The price.</param>
/// <param name="Adjustment">The adjustment that made it; null for the price of the item itself.</param>
public sealed record BestPriorPrice(long Id, string Sku, DateTimeOffset ObservedAt, decimal Price, PriceAdjustment? Adjustment);

/// <summary>When the look back ends.</summary>
public enum LookBackEnd
{
    /// <summary>At the date given.</summary>
    Strict,

    /// <summary>Where the price of that date begins, which is left out.</summary>
    Price,

    /// <summary>Where the occasion of that date begins, whose prices are left out.</summary>
    Sale,
}
