using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Codes;
using Talon.RuleEngine.Knowledge;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Evaluation;

/// <summary>One evaluation: the campaigns along the evaluation tree, then the verdicts on codes.</summary>
internal sealed class EvaluationRun
{
    private readonly EngineSnapshot _snapshot;
    private readonly EvaluationFacts _facts;
    private readonly EvaluationOptions _options;
    private readonly Journal _journal = new();
    private readonly RunLog _log = new();
    private readonly Known _known;
    private readonly Output _output;
    private readonly CodeDesk _codes;
    private readonly Scope _scope;

    public EvaluationRun(EngineSnapshot snapshot, EvaluationFacts facts, EvaluationOptions options)
    {
        (_snapshot, _facts, _options) = (snapshot, facts, options);
        var cart = new Cart(facts.Session, snapshot.Settings.FlattenCartItems);
        _known = new Known(facts, _journal);
        _output = new Output(cart, _known, _journal);
        _scope = new Scope(facts, snapshot.Settings, cart, _known, _output, options.ExplainFailures || options.Eligibility, snapshot.Slots);
        _codes = new CodeDesk(snapshot, facts, _scope, _journal, Runs);
    }

    public EvaluationResult Run()
    {
        var runner = new CampaignRunner(_scope, _codes, _log, _options);
        var groups = new GroupEvaluator(
            runner, _output, _journal, _log, new Exclusions(_options, _log, _codes), campaign => Runs(campaign) && campaign.RunsIn(_facts.Store), _options.ForceCompleteEvaluation);
        groups.Visit(_snapshot.Root, null);
        _codes.Close();
        return new EvaluationResult
        {
            Effects = _output.Effects,
            Charges = _output.Charges,
            TriggeredCampaigns = _log.Triggered,
            Failures = _log.Failures,
            Eligibility = _log.Verdicts,
            Missing = _known.Missing,
        };
    }

    /// <summary>Whether the campaign runs, or is named by the caller.</summary>
    private bool Runs(CompiledCampaign campaign) => _options.Campaigns?.Contains(campaign.Id) ?? campaign.RunsAt(_facts.Now);
}
