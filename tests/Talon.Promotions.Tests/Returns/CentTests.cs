using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>Refunds of a cart, unit by unit, sum exactly to what was granted (invariants 4 and 12).</summary>
public sealed class CentTests
{
    private const int Carts = 10_000;
    private const int StoredCarts = 250;

    private const string DiscountAndPoints = """
        [{"title": "Off", "condition": ["and"],
          "effects": [["setDiscount", "off", ["*", [".", "Session", "Total"], [".", "Session", "Share"]]], ["addLoyaltyPoints", "stars", "", ["*", [".", "Session", "Total"], 1.7], "Points"]]}]
        """;

    [Fact]
    public void Units_returned_one_by_one_in_any_order_give_back_exactly_what_was_granted()
    {
        var random = new Random(7);
        var application = Sample.Configuration().For(1);
        for (var cart = 0; cart < Carts; cart++)
            ReturnAll(application, random, cart);
    }

    [Fact]
    public async Task Units_returned_over_the_store_give_back_exactly_what_was_granted_points_too()
    {
        var random = new Random(8);
        var shop = await new Shop()
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, LoyaltyWorld.Program with { Tiers = [], ReturnPolicy = ReturnPolicy.Unlimited }))
            .With(Sample.Put(Sample.Attribute(1, AttributeEntity.CustomerSession, "Share", AttributeType.Number)))
            .WithCampaign(DiscountAndPoints)
            .OpenAsync();
        for (var cart = 0; cart < StoredCarts; cart++)
            await ReturnAllAsync(shop, random, cart);
    }

    private static void ReturnAll(ApplicationConfiguration application, Random random, int cart)
    {
        var items = Items(random);
        var session = SessionMerge.Apply(null, new SessionUpdate { IntegrationId = "s", CartItems = items }, SessionState.Closed, 1, new RequestContext { ApplicationId = 1, Now = Sample.Now });
        var total = items.Sum(item => item.Price!.Value * item.Quantity);
        var granted = (Money: Amounts.Round(total * random.Next(0, 1_001) / 1000m, 2), Points: Amounts.Round(total * 1.7m, 2));
        var effects = GrantedEffects.Closed(
            new EvaluationResult
            {
                Effects = [Effect(new SetDiscountProps("off", granted.Money)), Effect(new AddLoyaltyPointsProps("points", 1, "", granted.Points, "p", "transaction"))],
                Charges = [],
                TriggeredCampaigns = [],
                Missing = MissingFacts.None,
            },
            session,
            [],
            application,
            new Dictionary<int, PointsGrant>());
        var back = (Money: 0m, Points: 0m);
        foreach (var position in Units(items, random))
        {
            var plan = ReturnPlan.Make(items, [new ReturnedCartItem(position, null, 1)]);
            var undone = new ReturnRollback(plan, [], new Dictionary<int, decimal>(), new TakenPoints([]), "p").Run(effects);
            var (money, points) = Sum(undone.Effects);
            Assert.True(money >= 0 && points >= 0, $"A unit of cart {cart} gave back {money} and {points}.");
            back = (back.Money + money, back.Points + points);
            Assert.True(back.Money <= granted.Money && back.Points <= granted.Points, $"Cart {cart} was granted {granted} and gave back {back}.");
            (items, effects) = (plan.After, undone.Left);
        }

        Assert.True(back == granted, $"Cart {cart} was granted {granted} and gave back {back}.");
    }

    private static Effect Effect(EffectProps props) => new() { CampaignId = 1, RulesetId = 1, RuleIndex = 0, RuleName = "Off", Props = props };

    private static IReadOnlyList<CartItem> Items(Random random) => [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => Shop.Item($"i{i}", Price(random), random.Next(1, 4)))];

    private static int[] Units(IReadOnlyList<CartItem> items, Random random)
    {
        var units = items.SelectMany((item, position) => Enumerable.Repeat(position, item.Quantity)).ToArray();
        random.Shuffle(units);
        return units;
    }

    private static async Task ReturnAllAsync(Shop shop, Random random, int cart)
    {
        var id = $"s{cart}";
        var items = Items(random);
        var closed = await shop.UpdateAsync(new SessionUpdate
        {
            IntegrationId = id,
            ProfileId = $"p{cart}",
            CartItems = items,
            State = SessionState.Closed,
            Attributes = Sample.Json(FormattableString.Invariant($$"""{"Share": {{random.Next(0, 1_001) / 1000m}}}""")),
        });
        var granted = Sum(closed.Effects);
        var back = (Money: 0m, Points: 0m);
        foreach (var position in Units(items, random))
        {
            var (money, points) = Sum((await shop.ReturnAsync(id, new ReturnedCartItem(position, null, 1))).Effects);
            Assert.True(money >= 0 && points >= 0, $"A unit of cart {cart} gave back {money} and {points}.");
            back = (back.Money + money, back.Points + points);
            Assert.True(back.Money <= granted.Money && back.Points <= granted.Points, $"Cart {cart} was granted {granted} and gave back {back}.");
        }

        Assert.True(back == granted, $"Cart {cart} was granted {granted} and gave back {back}.");
    }

    /// <summary>Prices of all sizes, free items among them.</summary>
    private static decimal Price(Random random) => random.Next(8) switch
    {
        0 => 0,
        1 => random.Next(1, 10) / 100m,
        2 => random.Next(1, 10_000_000) / 100m,
        _ => random.Next(1, 10_000) / 100m,
    };

    private static (decimal Money, decimal Points) Sum(IReadOnlyList<Effect> effects) =>
    (
        effects.Sum(effect => effect.Props switch { SetDiscountProps discount => discount.Value, RollbackDiscountProps rollback => rollback.Value, _ => 0 }),
        effects.Sum(effect => effect.Props switch { AddLoyaltyPointsProps points => points.Value, RollbackAddedLoyaltyPointsProps rollback => rollback.Value, _ => 0 }));
}
