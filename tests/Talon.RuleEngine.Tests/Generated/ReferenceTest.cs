using Talon.RuleEngine.Tests.Reference;

namespace Talon.RuleEngine.Tests.Generated;

public sealed class ReferenceTest
{
    [Fact]
    public void The_engine_equals_the_reference_evaluator() => Seeds.Check(seed =>
    {
        var world = WorldGenerator.Make(seed);
        var expected = new ReferenceEvaluator(world.Settings, world.Groups, world.Campaigns, world.Facts).Evaluate();
        var found = ReferenceOutcome.Of(world.Evaluate(explain: true));
        return expected.Equals(found) ? null : $"{Describe(world)}\nexpected\n{expected}\nfound\n{found}";
    });

    [Fact]
    public void Explanations_change_nothing_but_themselves() => Seeds.Check(seed =>
    {
        var world = WorldGenerator.Make(seed);
        var (with, without) = (world.Evaluate(explain: true), world.Evaluate(explain: false));
        return ReferenceOutcome.Of(with with { Failures = [] }).Equals(ReferenceOutcome.Of(without)) && without.Failures.Count == 0 && with.Charges.SequenceEqual(without.Charges)
            ? null
            : $"{Describe(world)}\nwith explanations\n{ReferenceOutcome.Of(with)}\nwithout\n{ReferenceOutcome.Of(without)}";
    });

    private static string Describe(GeneratedWorld world) => string.Join(
        '\n',
        world.Campaigns.Select(campaign => $"{campaign.Id} in {campaign.EvaluationGroupId} at {campaign.EvaluationPosition}: {campaign.Ruleset.Rules}")
            .Concat(world.Groups.Select(group => group.ToString()))
            .Append($"{world.Settings.Currency} cascading {world.Settings.CascadingDiscounts} partial {world.Settings.PartialDiscounts}")
            .Concat(world.Facts.Session!.Items.Select(item => $"{item.Sku} {item.Price} x {item.Quantity} {item.Category}")));
}
