using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>The largest requests: what they ask of the storage is counted, and grows with what they name alone.</summary>
public sealed class BulkTests
{
    private const int Profiles = 1_000;
    private const int ProfilesAtOnce = 32;
    private const int Coupons = 1_000;
    private const int CouponsAtOnce = 64;
    private const int Transactions = 10_000;
    private const int Items = 100_000;

    private readonly StorageTrips _trips = new();

    [Fact]
    public async Task A_thousand_profiles_are_read_and_written_once_each_32_side_by_side()
    {
        var shop = await OpenAsync(new Shop());
        IReadOnlyList<ProfileUpdate> updates = [.. Enumerable.Range(0, Profiles).Select(i => new ProfileUpdate { IntegrationId = $"customer {i}" })];

        var first = _trips.Measure(() => UpdateAsync(shop, updates));
        var again = _trips.Measure(() => UpdateAsync(shop, updates));

        var rounds = (Profiles + ProfilesAtOnce - 1) / ProfilesAtOnce;
        Assert.InRange(first.Commits, Profiles, Profiles + 10);
        Assert.True(first.Trips <= (2 * rounds) + 10, $"It took {first}.");
        Assert.Equal((Profiles, Profiles), (again.Commits, again.Reads - 1));
        Assert.True(again.Trips <= (2 * rounds) + 1, $"It took {again}.");
    }

    [Fact]
    public async Task The_inventory_of_a_customer_with_ten_thousand_transactions_and_a_thousand_coupons_is_read_in_bounded_rounds()
    {
        var program = LoyaltyWorld.Program with { Tiers = [] };
        var shop = await OpenAsync(new Shop().WithCampaign().With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, program)));
        await shop.UpdateAsync(new ProfileUpdate { IntegrationId = "anna" });
        await shop.CouponAsync("ANNA-#######", usageLimit: 1, request => request with { NumberOfCoupons = Coupons, RecipientIntegrationId = "anna" });
        await LargeLedgerTests.SeedAsync(shop.Store, new PointsAccount(program, LedgerOwner.OfProfile("anna")).Partition);

        shop.Clock.SetUtcNow(Shop.Start.AddMinutes(Transactions));

        CustomerInventory? inventory = null;
        var count = _trips.Measure(async () => inventory = await shop.Services.Inventories.ReadAsync(shop.Context(), "anna", InventorySections.Profile | InventorySections.Coupons | InventorySections.Loyalty, default));

        Assert.Equal(Coupons, inventory!.Coupons!.Count);
        Assert.Equal(Transactions, Assert.Single(inventory.Loyalty!.Programs).Value.Ledger.CurrentBalance);
        Assert.True(count.Reads <= (2 * Coupons) + 20, $"It took {count}.");
        Assert.True(count.Trips <= (Coupons / CouponsAtOnce) + 12, $"It took {count}.");
    }

    [Fact]
    public async Task What_a_catalog_of_a_hundred_thousand_items_costs_does_not_depend_on_its_size()
    {
        var (small, large) = (await WithItemsAsync(0), await WithItemsAsync(Items));
        var cart = Shop.Cart("cart") with { CartItems = [.. Enumerable.Range(0, 30).Select(i => new CartItem { Sku = Sku(i), Price = i, Quantity = 1 })] };

        foreach (var shop in new[] { small, large })
            await shop.UpdateAsync(cart with { IntegrationId = "warm" });
        var (few, many) = (_trips.Measure(() => small.UpdateAsync(cart)), _trips.Measure(() => large.UpdateAsync(cart)));
        Assert.Equal((few.Trips, few.Reads, few.Commits), (many.Trips, many.Reads, many.Commits));
        var page = _trips.Measure(async () => Assert.Equal(50, (await large.Services.Catalogs.ItemsAsync(1, _ => true, 0, 50, false, default)).Page.Count));
        Assert.Equal((1, 1), (page.Trips, page.Reads));
        Assert.InRange(_trips.Measure(() => AddAsync(large, Items)).Trips, 1, _trips.Measure(() => AddAsync(small, Items)).Trips + 2);

        var patched = _trips.Measure(() => large.Services.Catalogs.SyncAsync(large.Context(), 1, null, [new CatalogAction { Kind = CatalogActionKind.PatchMany, Price = -7 }], default));
        var pages = CatalogRows.Shards * ((Items / CatalogRows.Shards / StorageLimits.MaxPage) + 1);
        Assert.True(patched.Reads <= pages + (Items / IdKinds.CatalogPrice.Block) + 20, $"It took {patched}.");
        Assert.Equal(Items + 1_000, (await large.Services.Catalogs.ItemsAsync(1, item => item.Price == -7, 0, 1, true, default)).Total);
    }

    private static Task UpdateAsync(Shop shop, IReadOnlyList<ProfileUpdate> updates) => shop.Services.ProfileBatches.UpdateAsync(shop.Context(), updates, null, default);

    private static Task AddAsync(Shop shop, int first) => shop.Services.Catalogs.SyncAsync(
        shop.Context(), 1, null, [.. Enumerable.Range(first, 1_000).Select(i => new CatalogAction { Kind = CatalogActionKind.Add, Sku = Sku(i), Price = i })], default);

    private static string Sku(int i) => string.Create(CultureInfo.InvariantCulture, $"sku {i}");

    private async Task<Shop> OpenAsync(Shop shop)
    {
        (shop.Tables, shop.Messages) = (_trips.Tables(shop.Store), _trips.Queue(shop.Store));
        await shop.OpenAsync();
        return shop;
    }

    private async Task<Shop> WithItemsAsync(int count)
    {
        var shop = await OpenAsync(new Shop().With(ConfigurationChange.Put(EntityKinds.Catalog, new Catalog { Id = 1, Created = Shop.Start, Modified = Shop.Start, CreatedBy = 1, Name = "all" })));
        foreach (var shard in Enumerable.Range(0, count).Select(i => new CatalogItem { Id = i + 1, Created = Shop.Start, Sku = Sku(i), Price = i, Version = 1 }).GroupBy(item => CatalogRows.Shard(1, item.Sku)))
            foreach (var chunk in shard.Chunk(StorageLimits.MaxChanges))
                await shop.Store.CommitAsync(shard.Key, [.. chunk.Select(item => Change.Insert(CatalogRows.Item(item.Sku), RowCodec.Encode(item, RowJson.Default.CatalogItem)))]);
        return shop;
    }
}
