namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Invariant 4: the parts of a spread discount sum to the whole.</summary>
public sealed class SpreadTest
{
    [Fact]
    public void Parts_sum_to_the_whole_and_are_whole_minor_units() => Seeds.Check(seed =>
    {
        var dice = new Dice(seed);
        var digits = dice.Of(0, 2, 2, 3, 4);
        var amount = dice.Of(0m, dice.Amount(100_000, digits), dice.Amount(10, digits), 79_228_162_514_264m);
        var weights = Enumerable.Range(0, 1 + dice.Below(40)).Select(_ => dice.Of(0m, 1m, -20m, dice.Amount(1000, 2), dice.Amount(1000, 4), 1_000_000_000m)).ToArray();
        var parts = Spread.ByWeight(amount, weights, digits);
        var fits = parts.Sum() == amount && parts.Length == weights.Length && parts.All(part => part >= 0 && part == Math.Round(part, digits));
        return fits ? null : $"{amount} over {string.Join(", ", weights)} gave {string.Join(", ", parts)}";
    });

    [Fact]
    public void Each_part_is_its_share_up_to_a_minor_unit() => Seeds.Check(seed =>
    {
        var dice = new Dice(seed);
        var amount = dice.Amount(1000, 2);
        var weights = Enumerable.Range(0, 1 + dice.Below(20)).Select(_ => dice.Amount(100, 2) + 0.01m).ToArray();
        var parts = Spread.ByWeight(amount, weights, 2);
        var near = parts.Zip(weights).All(pair => Math.Abs(pair.First - amount * pair.Second / weights.Sum()) < 0.01m);
        return near ? null : $"{amount} over {string.Join(", ", weights)} gave {string.Join(", ", parts)}";
    });

    [Fact]
    public void Discounts_that_are_spread_over_units_sum_to_what_was_granted() => Seeds.Check(seed =>
    {
        var world = WorldGenerator.Make(seed);
        var spread = world.Evaluate(explain: false).Effects.Where(effect => effect.Props is SetDiscountPerItemProps { TotalDiscount: not null });
        foreach (var effects in spread.GroupBy(effect =>
                     (effect.CampaignId, effect.RuleIndex, effect.EffectIndex, effect.TriggeredByCoupon, ((SetDiscountPerItemProps)effect.Props).BundleIndex)))
        {
            var parts = effects.Select(effect => (SetDiscountPerItemProps)effect.Props).ToList();
            if (parts.Sum(part => part.Value) != parts[0].TotalDiscount || parts.Sum(part => part.DesiredValue ?? 0) != (parts[0].DesiredTotalDiscount ?? 0))
                return $"{effects.Key}: {string.Join('\n', parts)}";
        }

        return null;
    });
}
