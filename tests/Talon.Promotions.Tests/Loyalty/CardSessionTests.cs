using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>Cards where the queue, and not the request, applies what commits owe.</summary>
public sealed class CardSessionTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("p")]
    public async Task Who_reads_a_card_reads_what_closings_and_cancellations_wrote(string? profile)
    {
        var (shop, card) = await OpenAsync();

        await CloseAsync(shop, "s1", card, profile, 130);
        Assert.Equal(130, await ActiveAsync(shop, card));
        await CloseAsync(shop, "s2", card, profile, 10, pay: true);
        Assert.Equal(40, await ActiveAsync(shop, card));
        await shop.CancelAsync("s2");
        Assert.Equal(130, await ActiveAsync(shop, card));

        await shop.Shop.SettleAsync();
        Assert.Equal(130, await ActiveAsync(shop, card));
        Assert.Empty((await new LoyaltyReader(shop.Shop.Store).ReadAsync(1, LedgerOwner.OfCard(card), default)).Held);
    }

    [Fact]
    public async Task The_next_session_spends_what_the_last_one_earned()
    {
        var (shop, card) = await OpenAsync();
        await CloseAsync(shop, "s1", card, null, 130);

        var spent = await CloseAsync(shop, "s2", card, null, 10, pay: true);

        Assert.Equal(card, Assert.Single(LoyaltyShop.Props<DeductLoyaltyPointsProps>(spent)).CardIdentifier);
    }

    private static async Task<(LoyaltyShop Shop, string Card)> OpenAsync()
    {
        var shop = await LoyaltyShop.OpenAsync(change: program => program with { CardBased = true }, mode: FinaliseMode.Queue);
        var services = shop.Shop.Services;
        var program = await services.Loyalty.ProgramAsync(1, default);
        return (shop, (await services.LoyaltyCards.CreateAsync(program, null, active: true, [], shop.Shop.Time.GetUtcNow(), default)).Identifier);
    }

    private static Task<IntegrationState> CloseAsync(LoyaltyShop shop, string id, string card, string? profile, decimal price, bool pay = false) =>
        shop.UpdateAsync(LoyaltyShop.Cart(id, price: price, pay: pay) with { ProfileId = profile, LoyaltyCards = [card] });

    private static async Task<decimal> ActiveAsync(LoyaltyShop shop, string card)
    {
        var loyalty = shop.Shop.Services.Loyalty;
        var account = await loyalty.OfCardAsync(await loyalty.ProgramAsync(1, default), card, default);
        return (await loyalty.BalancesAsync(account, new BalanceQuery(), shop.Shop.Time.GetUtcNow(), default)).Balance!.ActivePoints;
    }
}
