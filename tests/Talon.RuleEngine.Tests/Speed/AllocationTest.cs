using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests.Speed;

/// <summary>What an evaluation allocates; times are in bench/REPORT.md.</summary>
public sealed class AllocationTest
{
    [Fact]
    public void An_evaluation_of_a_hundred_campaigns_of_which_one_applies_allocates_at_most_9_kilobytes()
    {
        var shop = Cart(new Shop());
        for (var id = 1; id <= 100; id++)
            shop.Campaign(id, When($"""[">=", [".", "Session", "Total"], {(id == 50 ? 10 : 10_000 + id)}]""", """["setDiscount", "d", 1]"""));

        Assert.InRange(Bytes(shop, EvaluationOptions.Default), 1, 9_000);
    }

    [Fact]
    public void A_rule_that_fails_allocates_nothing_when_nobody_asks_why()
    {
        Assert.Equal(Bytes(Failing(10), EvaluationOptions.Default), Bytes(Failing(200), EvaluationOptions.Default), 200.0);
    }

    [Fact]
    public void A_unit_that_is_granted_something_allocates_at_most_half_a_kilobyte()
    {
        static Shop Units(int count) => Shop.With(Do("""["setDiscountPerItem", "d", 1, [".", "Session", "CartItems"]]""")).Cart(Items.Of("a", 10, count));
        var (few, many) = (Bytes(Units(10), EvaluationOptions.Default), Bytes(Units(110), EvaluationOptions.Default));

        Assert.InRange((many - few) / 100, 1, 512);
    }

    /// <summary>Campaigns with a condition that no index can read, so that each is looked at.</summary>
    private static Shop Failing(int campaigns)
    {
        var shop = Cart(new Shop());
        for (var id = 1; id <= campaigns; id++)
            shop.Campaign(id, When($"""["<", ["+", [".", "Session", "Total"], {id}], 0]""", """["setDiscount", "d", 1]"""));
        return shop;
    }

    private static Shop Cart(Shop shop) => shop.Cart([.. Enumerable.Range(0, 10).Select(i => Items.Of($"sku-{i}", 10 + i, 2, "Shirts"))]);

    private static long Bytes(Shop shop, EvaluationOptions options)
    {
        const int Times = 50;
        var (snapshot, facts) = (shop.Snapshot(), shop.Update);
        Evaluator.Evaluate(snapshot, facts, options);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
            Evaluator.Evaluate(snapshot, facts, options);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }
}
