using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class ReservationTests
{
    private static readonly string[] Customers = [.. Enumerable.Range(0, 150).Select(i => $"customer {i}")];

    [Fact]
    public async Task The_counter_agrees_with_the_claims_and_the_reservations()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.CouponAsync("WELCOME", usageLimit: 0);
        var application = await ApplicationAsync(shop);

        await shop.Services.Reservations.ReserveAsync(application, "WELCOME", Customers, shop.Time.GetUtcNow(), default);
        await shop.Services.Reservations.ReleaseAsync(application, "WELCOME", Customers[..60], shop.Time.GetUtcNow(), default);

        AssertAgreement(shop, 90);
    }

    [Fact]
    public async Task Racing_for_the_same_customers_reserves_each_once()
    {
        var shop = await new Shop(realTime: true).WithCampaign().OpenAsync();
        await shop.CouponAsync("WELCOME", usageLimit: 0);
        var application = await ApplicationAsync(shop);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => shop.Instance($"instance {i % 2}").Reservations.ReserveAsync(application, "WELCOME", Customers[(i * 10)..(i * 10 + 60)], shop.Time.GetUtcNow(), default))));

        AssertAgreement(shop, 110);
    }

    [Fact]
    public async Task A_crash_between_any_two_writes_leaves_agreement_and_a_repeat_completes()
    {
        for (var write = 2; write < 24; write++)
        {
            var shop = await new Shop().WithCampaign().OpenAsync();
            await shop.CouponAsync("WELCOME", usageLimit: 0);
            var application = await ApplicationAsync(shop);
            var crashing = new PromotionServices(new PromotionPorts(new FaultInjector(FaultPlan.CrashAtWrite(write / 2, written: write % 2 == 1), shop.Clock).Tables(shop.Store), shop.Store, shop.Gate, shop.Clock, new SeededRandomSource(7), FinaliseMode.Inline));
            try
            {
                await crashing.Reservations.ReserveAsync(application, "WELCOME", Customers[..4], shop.Time.GetUtcNow(), default);
            }
            catch (CrashException)
            {
            }

            await shop.Services.Reservations.ReserveAsync(application, "WELCOME", Customers[..4], shop.Time.GetUtcNow(), default);
            AssertAgreement(shop, 4);
        }
    }

    private static async Task<Application> ApplicationAsync(Shop shop) => (await shop.Services.Configurations.GetAsync()).For(1).Application;

    private static void AssertAgreement(Shop shop, int expected)
    {
        var rows = shop.Store.Rows().Where(row => row.Partition.StartsWith("coupon.1.", StringComparison.Ordinal)).Select(row => row.Row).ToList();
        var counter = rows.Single(row => row.Key.StartsWith("coupon.", StringComparison.Ordinal) && row.Key.EndsWith(LimitActions.ReserveCoupon, StringComparison.Ordinal));
        var claims = rows.Where(row => row.Key.StartsWith("claim.", StringComparison.Ordinal)).Sum(row => RowCodec.Decode(row.Body, RowJson.Default.ClaimRow).Amount);
        Assert.Equal((expected, expected, expected), ((int)RowCodec.Decode(counter.Body, RowJson.Default.CounterRow).Used, (int)claims, rows.Count(row => row.Key.Contains(".reservation.", StringComparison.Ordinal))));
    }
}
