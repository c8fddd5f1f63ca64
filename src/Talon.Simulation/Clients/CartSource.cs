using System.Globalization;
using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Fills carts: items, codes, customers and identifiers.</summary>
internal sealed class CartSource(World world, SimulatedShop shop)
{
    private static readonly decimal[] Prices = [0.99m, 5, 9.95m, 24.5m, 49, 74, 199.99m];

    private readonly Random _random = world.Stream(8);

    /// <summary>Adds what a customer has in the cart.</summary>
    /// <param name="update">The update.</param>
    /// <param name="whole">Whether everything is said; otherwise some is left as it is stored.</param>
    public SessionUpdate Fill(SessionUpdate update, bool whole) => update with
    {
        ProfileId = Said(whole, 2) ? Customer() : null,
        CartItems = Said(whole, 3) ? [.. Enumerable.Range(0, 1 + _random.Next(4)).Select(Item)] : null,
        CouponCodes = Said(whole, 3) ? Codes() : null,
        LoyaltyCards = Said(whole, 3) ? Cards() : null,
        Identifiers = Said(whole, 2) ? [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Identifier())] : null,
    };

    private bool Said(bool whole, int often) => whole || _random.Next(often) == 0;

    private string Customer() => _random.Next(6) == 0 ? "" : Customers.Id(_random.Next(world.Scenario.Customers));

    private List<string> Cards() => _random.Next(2) == 0 ? [] : [SimulatedShop.LoyaltyCards[_random.Next(SimulatedShop.LoyaltyCards.Count)]];

    private string Identifier() => string.Create(CultureInfo.InvariantCulture, $"device-{_random.Next(3)}");

    private CartItem Item(int line) => new()
    {
        Sku = string.Create(CultureInfo.InvariantCulture, $"sku-{line}"),
        Price = Prices[_random.Next(Prices.Length)],
        Quantity = 1 + _random.Next(3),
    };

    private List<string> Codes()
    {
        var codes = new List<string>();
        for (var left = _random.Next(4) == 0 ? 3 : _random.Next(2); left > 0; left--)
            codes.Add(_random.Next(20) == 0 || shop.CouponPlans.Count == 0 ? "NO-SUCH-CODE" : shop.CouponPlans[_random.Next(shop.CouponPlans.Count)].Code);
        return codes;
    }
}
