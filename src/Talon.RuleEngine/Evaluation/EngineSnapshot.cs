using Talon.RuleEngine.Evaluation;
using Talon.RuleEngine.Indexing;

namespace Talon.RuleEngine;

/// <summary>One configuration version of an Application, ready to evaluate; immutable.</summary>
public sealed class EngineSnapshot
{
    private readonly Dictionary<long, CompiledCampaign> _campaigns;

    private EngineSnapshot(ApplicationSettings settings, IReadOnlyList<EvaluationGroupDefinition> groups, IReadOnlyList<CompiledCampaign> campaigns)
    {
        Settings = settings;
        _campaigns = campaigns.ToDictionary(campaign => campaign.Id);
        var tree = new EvaluationTree(groups, campaigns);
        Root = tree.Root;
        Index = new CampaignIndex(tree.InOrder);
        Slots = campaigns.Count == 0 ? 0 : campaigns.Max(campaign => campaign.Slots);
    }

    /// <summary>Settings of the Application.</summary>
    public ApplicationSettings Settings { get; }

    /// <summary>The campaigns, in no particular order.</summary>
    public IReadOnlyCollection<CompiledCampaign> Campaigns => _campaigns.Values;

    internal EvaluationNode Root { get; }

    internal CampaignIndex Index { get; }

    /// <summary>Most slots that any campaign uses.</summary>
    internal int Slots { get; }

    /// <summary>Puts a snapshot together. Of campaigns with the same id the last counts.</summary>
    public static EngineSnapshot Create(ApplicationSettings settings, IReadOnlyList<EvaluationGroupDefinition> groups, IEnumerable<CompiledCampaign> campaigns)
    {
        var distinct = new Dictionary<long, CompiledCampaign>();
        foreach (var campaign in campaigns)
            distinct[campaign.Id] = campaign;
        return new(settings, groups, [.. distinct.Values]);
    }

    /// <summary>The campaign of an id; null when it is not part of the snapshot.</summary>
    public CompiledCampaign? Find(long id) => _campaigns.GetValueOrDefault(id);
}
