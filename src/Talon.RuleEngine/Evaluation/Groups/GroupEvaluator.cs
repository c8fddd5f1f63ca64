using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Indexing;
using Talon.RuleEngine.Knowledge;

namespace Talon.RuleEngine.Evaluation;

/// <summary>Walks the evaluation tree and lets the members of each group compete by its mode.</summary>
internal sealed class GroupEvaluator(
    CampaignRunner runner,
    Output output,
    Journal journal,
    RunLog log,
    Exclusions exclusions,
    CandidateSet candidates,
    StoreFacts? store,
    bool complete)
{
    /// <summary>Evaluates a group; gives whether anything in it triggered.</summary>
    public bool Visit(EvaluationNode node, UnitScope? units) => (complete ? EvaluationMode.Stackable : node.Mode, node.Scope) switch
    {
        (EvaluationMode.Stackable, _) => All(node, units),
        (EvaluationMode.ListOrder, EvaluationScope.Session) => First(node, units),
        (EvaluationMode.ListOrder, _) => FirstPerUnit(node, units),
        (_, EvaluationScope.Session) => Best(node, units),
        _ => BestPerUnit(node, units),
    };

    private bool All(EvaluationNode node, UnitScope? units)
    {
        var triggered = false;
        for (var member = node.Next(node.First, candidates); member is not null; member = node.Next(member.End, candidates))
            triggered |= Run(node, member, units);
        return triggered;
    }

    private bool First(EvaluationNode node, UnitScope? units)
    {
        EvaluationMember? first = null;
        foreach (var member in node.With(candidates))
        {
            if (first is not null)
                exclusions.Exclude(member, node, Exclusions.NotFirst, $"before {Name(first)}", IsConsidered);
            else if (Run(node, member, units))
                first = member;
        }

        return first is not null;
    }

    private bool FirstPerUnit(EvaluationNode node, UnitScope? units)
    {
        var taken = new HashSet<CartUnit>();
        var triggered = false;
        foreach (var member in node.With(candidates))
        {
            var own = new UnitScope(units, journal, unit => !taken.Contains(unit));
            triggered |= RunOnUnits(node, member, own, Exclusions.NotFirst);
            taken.UnionWith(own.Granted.Keys);
        }

        return triggered;
    }

    private bool Best(EvaluationNode node, UnitScope? units)
    {
        var members = node.With(candidates);
        var trials = members.Select(member => Try(node, member, new UnitScope(units, journal, _ => true))).ToList();
        var winner = Contest.ForSession(node.Mode, trials);
        for (var i = 0; i < trials.Count; i++)
            if (i == winner || !trials[i].Triggered)
                RunUnlessLate(node, members[i], units, i == winner || winner < 0);
            else
                exclusions.Exclude(
                    members[i], node, LostBy(node.Mode), $"better than {Name(members[winner])}: {ValueText.Of(trials[i].Discount)} against {ValueText.Of(trials[winner].Discount)}", IsConsidered);
        return winner >= 0;
    }

    private bool BestPerUnit(EvaluationNode node, UnitScope? units)
    {
        var members = node.With(candidates);
        var trials = members.Select(member => Try(node, member, new UnitScope(units, journal, _ => true))).ToList();
        var winners = Contest.ForUnits(node.Mode, trials);
        var triggered = false;
        for (var i = 0; i < trials.Count; i++)
        {
            var index = i;
            triggered |= RunOnUnits(node, members[i], new UnitScope(units, journal, unit => winners.GetValueOrDefault(unit, index) == index), LostBy(node.Mode));
        }

        return triggered;
    }

    /// <summary>Runs a member on the units that are left to it. Who grants only on units and keeps none is left out.</summary>
    private bool RunOnUnits(EvaluationNode node, EvaluationMember member, UnitScope units, string reason)
    {
        var (mark, logged) = (output.Here, log.Here);
        var triggered = Run(node, member, units);
        if (!triggered || !units.HeldBack || units.Granted.Count > 0)
            return triggered;
        output.RollBack(mark);
        log.RollBack(logged);
        exclusions.Exclude(member, node, reason, "ahead of others for at least one item", IsConsidered);
        return false;
    }

    /// <summary>Runs a member that did not trigger when it was tried: if it does now, after the winner, it is taken back.</summary>
    private void RunUnlessLate(EvaluationNode node, EvaluationMember member, UnitScope? units, bool mayTrigger)
    {
        var (mark, logged) = (output.Here, log.Here);
        if (!Run(node, member, units) || mayTrigger)
            return;
        output.RollBack(mark);
        log.RollBack(logged);
        exclusions.Exclude(member, node, LostBy(node.Mode), "better than the campaign that applied", IsConsidered);
    }

    private Trial Try(EvaluationNode node, EvaluationMember member, UnitScope units)
    {
        var (mark, logged) = (output.Here, log.Here);
        var triggered = Run(node, member, units);
        var trial = new Trial(triggered, output.Discount - mark.Discount, new Dictionary<CartUnit, decimal>(units.Granted));
        output.RollBack(mark);
        log.RollBack(logged);
        return trial;
    }

    private bool Run(EvaluationNode node, EvaluationMember member, UnitScope? units) =>
        member.Node is { } inner
            ? Visit(inner, units)
            : member.Campaign!.RunsIn(store) && runner.Run(member.Campaign!, node.Group, units);

    private bool IsConsidered(EvaluationMember member) => candidates.Next(member.First) == member.First && member.Campaign!.RunsIn(store);

    /// <summary>The API has no word for giving a higher discount than the lowest.</summary>
    private static string LostBy(EvaluationMode mode) => mode == EvaluationMode.HighestDiscount ? Exclusions.LowerDiscount : Exclusions.NotFirst;

    private static string Name(EvaluationMember member) =>
        member.Campaign is { } campaign ? $"campaign \"{campaign.Definition.Name}\"" : $"group \"{member.Node!.Group!.Name}\"";
}
