using System.Diagnostics;

namespace Talon.Promotions.Tests;

public sealed class InventoryTests
{
    [Fact]
    public async Task A_thousand_coupons_are_read_in_pages()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.UpdateAsync(new ProfileUpdate { IntegrationId = "anna" });
        await shop.CouponAsync("ANNA-#######", usageLimit: 1, request => request with { NumberOfCoupons = 1000, RecipientIntegrationId = "anna" });
        var watch = Stopwatch.StartNew();
        var inventory = await shop.Services.Inventories.ReadAsync(shop.Context(), "anna", InventorySections.Coupons, default);
        TestContext.Current.SendDiagnosticMessage($"An inventory of 1,000 coupons took {watch.ElapsedMilliseconds} ms");
        Assert.Equal(1000, inventory.Coupons!.Count);
        Assert.All(inventory.Coupons, coupon => Assert.Equal("active", coupon.State));
    }
}
