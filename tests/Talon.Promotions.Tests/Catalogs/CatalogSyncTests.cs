using System.Diagnostics;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class CatalogSyncTests
{
    [Fact]
    public async Task A_crash_at_any_write_leaves_all_of_a_sync_or_none_once_the_queue_has_run()
    {
        for (var write = 2; ; write++)
        {
            var shop = await OpenAsync();
            await shop.Services.Catalogs.SyncAsync(shop.Context(), 1, null, [Add("a", 1), Add("b", 2)], default);
            var injector = new FaultInjector(FaultPlan.CrashAtWrite(write / 2, written: write % 2 == 1), shop.Clock);
            var crashing = new PromotionServices(new PromotionPorts(injector.Tables(shop.Store), injector.Queue(shop.Store), shop.Gate, shop.Clock, new SeededRandomSource(9), FinaliseMode.Inline));
            var died = false;
            try
            {
                await crashing.Catalogs.SyncAsync(shop.Context(), 1, 2, [Add("a", 10), Add("c", 30), Add("d", 40)], default);
            }
            catch (CrashException)
            {
                died = true;
            }

            await shop.SettleAsync();
            var (version, _) = await shop.Services.Catalogs.VersionAsync((await shop.Services.Configurations.GetAsync()).Catalogs.Find(1)!, default);
            var items = (await shop.Services.Catalogs.ItemsAsync(1, _ => true, 0, 10, false, default)).Page.OrderBy(item => item.Sku).Select(item => $"{item.Sku}={item.Price}");
            Assert.Equal(version == 3 ? ["a=10", "b=2", "c=30", "d=40"] : ["a=1", "b=2"], items);
            Assert.DoesNotContain(shop.Store.Rows(), row => row.Row.Key.StartsWith("sync.", StringComparison.Ordinal) || row.Partition.StartsWith("chore.", StringComparison.Ordinal));
            if (!died)
                return;
        }
    }

    [Fact]
    public async Task Racing_syncs_for_one_version_let_one_through()
    {
        var shop = await OpenAsync(realTime: true);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await shop.Instance($"instance {i % 2}").Catalogs.SyncAsync(shop.Context(), 1, 1, [Add("a", i)], default);
                return true;
            }
            catch (InvalidRequestException)
            {
                return false;
            }
        })));
        Assert.Single(outcomes, done => done);
    }

    [Fact]
    public async Task Items_are_patched_page_by_page()
    {
        var shop = await OpenAsync();
        var watch = Stopwatch.StartNew();
        for (var call = 0; call < 10; call++)
            await shop.Services.Catalogs.SyncAsync(shop.Context(), 1, null, [.. Enumerable.Range(call * 1000, 1000).Select(i => Add($"sku {i}", i))], default);
        var adding = watch.Elapsed;
        watch.Restart();
        await shop.Services.Catalogs.SyncAsync(shop.Context(), 1, null, [new CatalogAction { Kind = CatalogActionKind.PatchMany, Price = 7 }], default);
        TestContext.Current.SendDiagnosticMessage($"10,000 items in memory: added in {adding.TotalSeconds:F1} s, patched in {watch.Elapsed.TotalSeconds:F1} s");
        var (page, total, hasMore) = await shop.Services.Catalogs.ItemsAsync(1, item => item.Price == 7, 0, 10, true, default);
        Assert.Equal((10, 10_000L, true), (page.Count, total!.Value, hasMore));
    }

    [Fact]
    public async Task Filling_a_cart_costs_no_trip()
    {
        var trips = new StorageTrips();
        var shop = await OpenAsync();
        await shop.Services.Catalogs.SyncAsync(shop.Context(), 1, null, [.. Enumerable.Range(0, 30).Select(i => Add($"sku {i}", i))], default);
        shop.Tables = trips.Tables(shop.Store);
        shop.Messages = trips.Queue(shop.Store);
        var cart = Shop.Cart("warm") with { ProfileId = "p", CartItems = [.. Enumerable.Range(0, 30).Select(i => new CartItem { Sku = $"sku {i}", Quantity = 1 })] };
        await shop.UpdateAsync(cart, "measured");
        var count = trips.Measure(async () => Assert.Equal(435, (await shop.UpdateAsync(cart with { IntegrationId = "s" }, "measured")).CustomerSession!.Total));
        Assert.True(count.Trips <= 3, $"The update took {count}.");
    }

    private static CatalogAction Add(string sku, decimal price) => new() { Kind = CatalogActionKind.Add, Sku = sku, Price = price, Force = true };

    private static Task<Shop> OpenAsync(bool realTime = false) =>
        new Shop(realTime: realTime).With(ConfigurationChange.Put(EntityKinds.Catalog, new Catalog { Id = 1, Created = Shop.Start, Modified = Shop.Start, CreatedBy = 1, Name = "all" })).OpenAsync();
}
