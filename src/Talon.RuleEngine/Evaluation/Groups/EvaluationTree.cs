namespace Talon.RuleEngine.Evaluation;

/// <summary>Puts campaigns and groups into evaluation order.</summary>
internal sealed class EvaluationTree
{
    /// <summary>Deepest nesting; the API has two levels below the base group.</summary>
    private const int MaxDepth = 5;

    private readonly ILookup<long, EvaluationGroupDefinition> _children;
    private readonly ILookup<long, CompiledCampaign> _campaigns;
    private readonly List<CompiledCampaign> _inOrder = [];

    /// <remarks>A group whose parent is missing, that stands in a circle or lies too deep hangs on the base group.</remarks>
    public EvaluationTree(IReadOnlyList<EvaluationGroupDefinition> groups, IReadOnlyCollection<CompiledCampaign> campaigns)
    {
        var known = groups.DistinctBy(group => group.Id).ToDictionary(group => group.Id);
        _children = known.Values.ToLookup(group => ParentOf(group, known));
        _campaigns = campaigns.ToLookup(campaign => campaign.Definition.EvaluationGroupId is { } id && known.ContainsKey(id) ? id : 0L);
        Root = Node(null, 0);
    }

    public EvaluationNode Root { get; }

    /// <summary>All campaigns in evaluation order.</summary>
    public IReadOnlyList<CompiledCampaign> InOrder => _inOrder;

    private EvaluationNode Node(EvaluationGroupDefinition? group, long id)
    {
        var first = _inOrder.Count;
        var inside = _campaigns[id].Select(campaign => (Position: campaign.Definition.EvaluationPosition, campaign.Id, Campaign: (CompiledCampaign?)campaign, Group: (EvaluationGroupDefinition?)null))
            .Concat(_children[id].Select(child => (child.Position, child.Id, Campaign: (CompiledCampaign?)null, Group: (EvaluationGroupDefinition?)child)))
            .OrderBy(member => member.Position)
            .ThenBy(member => member.Group is not null)
            .ThenBy(member => member.Id);
        return new(group, [.. inside.Select(member => Member(member.Campaign, member.Group))], first);
    }

    private EvaluationMember Member(CompiledCampaign? campaign, EvaluationGroupDefinition? group)
    {
        var first = _inOrder.Count;
        if (campaign is not null)
        {
            _inOrder.Add(campaign);
            return new(campaign, null, first, first + 1);
        }

        var node = Node(group, group!.Id);
        return new(null, node, first, node.End);
    }

    private static long ParentOf(EvaluationGroupDefinition group, Dictionary<long, EvaluationGroupDefinition> known)
    {
        var depth = 0;
        for (var at = group; at.ParentId is { } parent && known.TryGetValue(parent, out var next); at = next)
            if (++depth > MaxDepth)
                return 0;
        return group.ParentId is { } id && known.ContainsKey(id) ? id : 0;
    }
}
