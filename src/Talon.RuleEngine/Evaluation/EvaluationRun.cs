using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Codes;
using Talon.RuleEngine.Indexing;
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

    public EvaluationRun(EngineSnapshot snapshot, EvaluationFacts facts, EvaluationOptions options, bool explains)
    {
        (_snapshot, _facts, _options) = (snapshot, facts, options);
        var cart = new Cart(facts.Session, snapshot.Settings.FlattenCartItems);
        _known = new Known(facts, _journal);
        _output = new Output(cart, _known, _journal);
        _scope = new Scope(facts, snapshot.Settings, cart, _known, _output, explains, snapshot.Slots);
        _codes = new CodeDesk(snapshot, facts, _scope, _journal, Runs);
    }

    /// <summary>Ids of the campaigns that are looked at.</summary>
    public IEnumerable<long> CandidateIds => _snapshot.Index.IdsOf(Candidates());

    /// <summary>Evaluates the campaigns that can match.</summary>
    public EvaluationResult Run()
    {
        Walk();
        return new EvaluationResult
        {
            Effects = _output.Effects,
            Charges = _output.Charges,
            TriggeredCampaigns = _log.Triggered,
            Short = _known.Short.Facts,
            Missing = _known.Missing,
        };
    }

    /// <summary>Evaluates all campaigns for the reasons why rules fail.</summary>
    public RunLog Explain()
    {
        Walk();
        return _log;
    }

    private void Walk()
    {
        var exclusions = new Exclusions(_log, _codes, _scope.Explains);
        var groups = new GroupEvaluator(new CampaignRunner(_scope, _codes, _log, _options), _output, _journal, _log, exclusions, Candidates(), _facts.Store, _options.ForceCompleteEvaluation);
        groups.Visit(_snapshot.Root, null);
        _codes.Close();
    }

    /// <summary>Reasons for campaigns that cannot match are found by looking at them all.</summary>
    private CandidateSet Candidates() =>
        _options.Campaigns is { } named ? _snapshot.Index.Named(named)
        : _scope.Explains ? _snapshot.Index.Live(_facts.Now)
        : _snapshot.Index.Matching(_scope);

    /// <summary>Whether the campaign runs, or is evaluated although it does not.</summary>
    private bool Runs(CompiledCampaign campaign) => campaign.RunsAt(_facts.Now) || _options.Campaigns?.Contains(campaign.Id) is true;
}
