namespace Talon.RuleEngine.Evaluation;

/// <summary>A group of an Application's evaluation tree, with what is inside in order.</summary>
/// <param name="Group">The group; null for the base group.</param>
/// <param name="Members">Campaigns and groups by position, then campaigns before groups, then by id.</param>
internal sealed record EvaluationNode(EvaluationGroupDefinition? Group, IReadOnlyList<EvaluationMember> Members)
{
    public EvaluationMode Mode => Group?.Mode ?? EvaluationMode.Stackable;

    public EvaluationScope Scope => Group?.Scope ?? EvaluationScope.Session;

    /// <summary>Builds the tree. A group whose parent is missing, or that stands in a circle, hangs on the base group.</summary>
    public static EvaluationNode Build(IReadOnlyList<EvaluationGroupDefinition> groups, IReadOnlyList<CompiledCampaign> campaigns)
    {
        var known = groups.DistinctBy(group => group.Id).ToDictionary(group => group.Id);
        var children = known.Values.ToLookup(group => ParentOf(group, known));
        var members = campaigns.ToLookup(campaign => campaign.Definition.EvaluationGroupId is { } id && known.ContainsKey(id) ? id : 0L);
        return Node(null, 0);

        EvaluationNode Node(EvaluationGroupDefinition? group, long id)
        {
            var inside = members[id].Select(campaign => new EvaluationMember(campaign.Definition.EvaluationPosition, campaign, null))
                .Concat(children[id].Select(child => new EvaluationMember(child.Position, null, Node(child, child.Id))))
                .OrderBy(member => member.Position)
                .ThenBy(member => member.Node is not null)
                .ThenBy(member => member.Campaign?.Id ?? member.Node!.Group!.Id);
            return new(group, [.. inside]);
        }
    }

    private static long ParentOf(EvaluationGroupDefinition group, Dictionary<long, EvaluationGroupDefinition> known)
    {
        var seen = new HashSet<long> { group.Id };
        for (var at = group; at.ParentId is { } parent && known.TryGetValue(parent, out var next); at = next)
            if (!seen.Add(parent))
                return 0;
        return group.ParentId is { } id && known.ContainsKey(id) ? id : 0;
    }
}

/// <summary>A campaign or a group inside a group.</summary>
internal sealed record EvaluationMember(int Position, CompiledCampaign? Campaign, EvaluationNode? Node);
