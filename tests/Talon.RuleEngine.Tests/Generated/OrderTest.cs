using Talon.RuleEngine.Tests.Reference;

namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Invariant 10: results do not depend on the order of cart lines or of campaigns in storage, where the API does not say so.</summary>
public sealed class OrderTest
{
    [Fact]
    public void Campaigns_may_be_stored_in_any_order() => Seeds.Check(seed =>
    {
        var world = WorldGenerator.Make(seed);
        var options = new EvaluationOptions { ExplainFailures = true };
        var before = Evaluator.Evaluate(world.Snapshot(), world.Facts, options);
        var after = Evaluator.Evaluate(world.Snapshot(new Dice(seed).Shuffled(world.Campaigns)), world.Facts, options);
        return Same(ReferenceOutcome.Of(before), ReferenceOutcome.Of(after)) && before.Charges.SequenceEqual(after.Charges) ? null : $"{before}\n{after}";
    });

    /// <summary>Rules that name no position choose the same units of the same articles, wherever the lines stand.</summary>
    [Fact]
    public void Lines_may_stand_in_any_order() => Seeds.Check(seed =>
    {
        var dice = new Dice(seed);
        var lines = CartLines.Make(dice);
        var rules = CartLines.Rules(dice);
        var campaign = CampaignCompiler.Compile(new CampaignDefinition { Id = 1, Name = "c", Limits = CartLines.Limits(dice), Ruleset = new(1, rules) }, GeneratedWorld.Vocabulary, CartLines.Settings(dice)).Campaign!;
        var snapshot = EngineSnapshot.Create(CartLines.Settings(dice), [], [campaign]);
        var (before, after) = (CartLines.BySku(snapshot, lines), CartLines.BySku(snapshot, [.. dice.Shuffled(lines)]));
        return before.SequenceEqual(after) ? null : $"{rules}\n{string.Join('\n', lines)}\nbefore\n{string.Join('\n', before)}\nafter\n{string.Join('\n', after)}";
    });

    private static bool Same(ReferenceOutcome before, ReferenceOutcome after) => before.Equals(after);
}
