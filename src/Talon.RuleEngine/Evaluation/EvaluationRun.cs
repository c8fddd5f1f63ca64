using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Codes;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Evaluation;

/// <summary>One evaluation: the campaigns along the evaluation tree, then the verdicts on codes.</summary>
internal sealed class EvaluationRun
{
    private readonly EngineSnapshot _snapshot;
    private readonly EvaluationFacts _facts;
    private readonly EvaluationOptions _options;
    private readonly Output _output;
    private readonly CodeDesk _codes;
    private readonly CampaignRunner _runner;
    private readonly List<long> _triggered = [];

    public EvaluationRun(EngineSnapshot snapshot, EvaluationFacts facts, EvaluationOptions options)
    {
        (_snapshot, _facts, _options) = (snapshot, facts, options);
        var cart = new Cart(facts.Session, snapshot.Settings.FlattenCartItems);
        _output = new Output(facts, cart);
        var scope = new Scope(facts, snapshot.Settings, cart, _output, options.ExplainFailures || options.Eligibility, snapshot.Slots);
        _codes = new CodeDesk(snapshot, facts, scope, Runs);
        _runner = new CampaignRunner(scope, _codes);
    }

    public EvaluationResult Run()
    {
        Visit(_snapshot.Root);
        _codes.Close();
        return new EvaluationResult
        {
            Effects = _output.Effects,
            Charges = _output.Charges,
            TriggeredCampaigns = _triggered,
            Failures = _runner.Failures,
            Missing = _output.MissingLimits.Count == 0 ? MissingFacts.None : new MissingFacts { Limits = _output.MissingLimits },
        };
    }

    private void Visit(EvaluationNode node)
    {
        foreach (var member in node.Members)
        {
            if (member.Node is { } inner)
                Visit(inner);
            else if (IsEvaluated(member.Campaign!) && _runner.Run(member.Campaign!, node.Group))
                _triggered.Add(member.Campaign!.Id);
        }
    }

    private bool IsEvaluated(CompiledCampaign campaign) => Runs(campaign) && campaign.RunsIn(_facts.Store);

    /// <summary>Whether the campaign runs, or is named by the caller.</summary>
    private bool Runs(CompiledCampaign campaign) => _options.Campaigns?.Contains(campaign.Id) ?? campaign.RunsAt(_facts.Now);
}
