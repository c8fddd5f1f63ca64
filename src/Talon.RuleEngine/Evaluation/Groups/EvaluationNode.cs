using Talon.RuleEngine.Indexing;

namespace Talon.RuleEngine.Evaluation;

/// <summary>A group of an Application's evaluation tree, with what is inside in order.</summary>
internal sealed class EvaluationNode
{
    private readonly int[] _memberAt;

    public EvaluationNode(EvaluationGroupDefinition? group, IReadOnlyList<EvaluationMember> members, int first)
    {
        (Group, Members, First) = (group, members, first);
        End = members.Count == 0 ? first : members[^1].End;
        _memberAt = new int[End - first];
        for (var i = 0; i < members.Count; i++)
            Array.Fill(_memberAt, i, members[i].First - first, members[i].End - members[i].First);
    }

    /// <summary>The group; null for the base group.</summary>
    public EvaluationGroupDefinition? Group { get; }

    /// <summary>Campaigns and groups by position, then campaigns before groups, then by id.</summary>
    public IReadOnlyList<EvaluationMember> Members { get; }

    /// <summary>Place of the first campaign inside, in evaluation order.</summary>
    public int First { get; }

    /// <summary>Place behind the last campaign inside.</summary>
    public int End { get; }

    public EvaluationMode Mode => Group?.Mode ?? EvaluationMode.Stackable;

    public EvaluationScope Scope => Group?.Scope ?? EvaluationScope.Session;

    /// <summary>The first member from a place on with a candidate inside; null when there is none.</summary>
    public EvaluationMember? Next(int place, CandidateSet candidates)
    {
        var next = candidates.Next(place);
        return next < End ? Members[_memberAt[next - First]] : null;
    }

    /// <summary>The members with a candidate inside.</summary>
    public List<EvaluationMember> With(CandidateSet candidates)
    {
        var members = new List<EvaluationMember>();
        for (var member = Next(First, candidates); member is not null; member = Next(member.End, candidates))
            members.Add(member);
        return members;
    }
}

/// <summary>A campaign or a group inside a group.</summary>
/// <param name="Campaign">The campaign, or null.</param>
/// <param name="Node">The group, or null.</param>
/// <param name="First">Place of the first campaign inside, in evaluation order.</param>
/// <param name="End">Place behind the last campaign inside.</param>
internal sealed record EvaluationMember(CompiledCampaign? Campaign, EvaluationNode? Node, int First, int End);
