namespace Talon.RuleEngine.Tests.Generated;

/// <summary>A shop and an update, made from a seed.</summary>
internal sealed record GeneratedWorld(
    ApplicationSettings Settings, IReadOnlyList<EvaluationGroupDefinition> Groups, IReadOnlyList<CampaignDefinition> Campaigns, EvaluationFacts Facts)
{
    public static readonly Vocabulary Vocabulary = new()
    {
        Attributes =
        [
            new(AttributeEntity.CustomerSession, "ShippingCity", AttributeType.String),
            new(AttributeEntity.CustomerSession, "Score", AttributeType.Number),
        ],
    };

    /// <summary>The campaigns that can be saved, in the order given.</summary>
    public EngineSnapshot Snapshot(IEnumerable<CampaignDefinition>? campaigns = null) =>
        EngineSnapshot.Create(Settings, Groups, (campaigns ?? Campaigns).Select(campaign => CampaignCompiler.Compile(campaign, Vocabulary, Settings) is { Campaign: { } compiled }
            ? compiled
            : throw new InvalidOperationException($"A generated ruleset cannot be saved: {campaign.Ruleset.Rules}\n{string.Join('\n', CampaignCompiler.Compile(campaign, Vocabulary, Settings).Problems)}")));

    public EvaluationResult Evaluate(bool explain) => Evaluator.Evaluate(Snapshot(), Facts, new EvaluationOptions { ExplainFailures = explain });
}
