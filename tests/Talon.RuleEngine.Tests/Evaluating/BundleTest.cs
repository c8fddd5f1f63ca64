using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class BundleTest
{
    private const string Cart = """[".", "Session", "CartItems"]""";

    private static string InCategory(string category) => $"""["filter", {Cart}, [["Item"], ["=", [".", "Item", "Category"], "{category}"]]]""";

    private static string Sizes(string bundles, params CartItemFacts[] items)
    {
        var rule = Do($"""["showNotification", "Info", "t", ["join", ["map", {bundles}, [["b"], ["join", ["map", [".", "b", "Items"], [["i"], [".", "i", "Sku"]]], "+"]]], " "]]""");
        return ((ShowNotificationProps)Assert.Single(Shop.With(rule).Cart(items).Effects())).Body;
    }

    [Fact]
    public void Three_for_two_gives_the_cheapest_of_each_bundle_spread_over_it()
    {
        var rule = Do($"""["setDiscountPerBundle", "3 for 2", ["min", [".", "Bundle", "Items"], [["Item"], [".", "Item", "Price"]]], [".", "trios"]]""")
            .Bind($"""[{"{"}"name": "trios", "type": "bundle", "expression": ["bundles", ["take", {Cart}, 3]]{"}"}]""");

        var effects = Shop.With(rule).Cart(Items.Of("a", 10), Items.Of("b", 20), Items.Of("c", 30), Items.Of("d", 40)).Effects().Cast<SetDiscountPerItemProps>().ToList();

        Assert.Equal(["3 for 2#0", "3 for 2#1", "3 for 2#2"], effects.Select(effect => effect.Name));
        Assert.Equal([1.67m, 3.33m, 5m], effects.Select(effect => effect.Value));
        Assert.All(effects, effect => Assert.Equal((10m, 0, "trios"), (effect.TotalDiscount, effect.BundleIndex, effect.BundleName)));
    }

    [Fact]
    public void Each_unit_is_used_once_and_leftovers_stay_out()
    {
        Assert.Equal("a+a a+b", Sizes($"""["bundles", ["take", {Cart}, 2]]""", Items.Of("a", 1, 3), Items.Of("b", 2, 2)));
        Assert.Equal("b+b a+a", Sizes($"""["bundles", {"{"}"order": "mostExpensive"{"}"}, ["take", {Cart}, 2]]""", Items.Of("a", 1, 3), Items.Of("b", 2, 2)));
        Assert.Equal("a+a", Sizes($"""["bundles", {"{"}"max": 1{"}"}, ["take", {Cart}, 2]]""", Items.Of("a", 1, 3), Items.Of("b", 2, 2)));
        Assert.Equal("", Sizes($"""["bundles", ["take", {Cart}, 9]]""", Items.Of("a", 1, 3)));
        Assert.Equal("", Sizes($"""["bundles", ["take", {Cart}, 0]]""", Items.Of("a", 1, 3)));
    }

    [Fact]
    public void A_unit_that_only_one_part_can_use_is_left_to_it()
    {
        // Both parts may take the shirt, only the first may take the hat: taking the cheapest first would leave the second part empty.
        var bundles = $"""["bundles", ["take", {Cart}, 1], ["take", {InCategory("Shirts")}, 1]]""";

        Assert.Equal("hat+shirt", Sizes(bundles, Items.Of("shirt", 1, 1, "Shirts"), Items.Of("hat", 50, 1, "Hats")));
    }

    [Fact]
    public void Bundles_do_not_depend_on_the_order_of_lines()
    {
        var bundles = $"""["bundles", ["take", {InCategory("Shirts")}, 2], ["take", {Cart}, 1]]""";
        CartItemFacts[] items = [Items.Of("s1", 5, 2, "Shirts"), Items.Of("s2", 5, 1, "Shirts"), Items.Of("h1", 5, 1, "Hats"), Items.Of("h2", 1, 1, "Hats"), Items.Of("s3", 9, 2, "Shirts")];

        var all = Permutations(items).Select(permutation => Sizes(bundles, permutation)).Distinct();

        Assert.Equal("s1+s1+h2 s2+s3+h1", Assert.Single(all));
    }

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var parts = string.Join(", ", Enumerable.Repeat($"""["take", {Cart}, 1]""", 7));

        Assert.Equal("/rules/0/effects/0/3", Assert.Single(Shop.With(Do($"""["setDiscountPerBundle", "d", 1, ["bundles", {parts}]]""")).Problems()).Pointer);
    }

    private static IEnumerable<T[]> Permutations<T>(T[] items) =>
        items.Length <= 1 ? [items] : items.SelectMany((item, i) => Permutations(items.Where((_, j) => j != i).ToArray()).Select(rest => rest.Prepend(item).ToArray()));
}
