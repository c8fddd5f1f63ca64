namespace Talon.Promotions;

/// <summary>Finds the lowest prices that items had before.</summary>
public sealed class PriorPriceService
{
    private const int MostSideBySide = 64;

    private readonly ConfigurationStore _configurations;
    private readonly CatalogReader _reader;

    internal PriorPriceService(ConfigurationStore configurations, CatalogReader reader) => (_configurations, _reader) = (configurations, reader);

    /// <summary>The lowest prior price of each SKU that has one, over all catalogs of the Application.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="skus">The items.</param>
    /// <param name="date">The date.</param>
    /// <param name="lookBack">How far to look back.</param>
    /// <param name="ends">Where the look back ends.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<BestPriorPrice>> FindAsync(long applicationId, IReadOnlyList<string> skus, DateTimeOffset date, TimeSpan lookBack, LookBackEnd ends, CancellationToken cancellation)
    {
        var application = (await _configurations.GetAsync(cancellation)).For(applicationId);
        var prices = new List<BestPriorPrice>();
        foreach (var batch in skus.Distinct().Chunk(MostSideBySide))
            prices.AddRange((await Task.WhenAll(batch.Select(sku => FindAsync(application, sku, date, lookBack, ends, cancellation)))).OfType<BestPriorPrice>());
        return prices;
    }

    private async Task<BestPriorPrice?> FindAsync(ApplicationConfiguration application, string sku, DateTimeOffset date, TimeSpan lookBack, LookBackEnd ends, CancellationToken cancellation)
    {
        var observed = await Task.WhenAll(application.Catalogs.Keys.Select(catalog => _reader.PricesAsync(catalog, sku, date, cancellation)));
        return observed.Select(prices => PriceHistory.Lowest(prices, date, lookBack, ends)).OfType<BestPriorPrice>().MinBy(price => price.Price);
    }
}
