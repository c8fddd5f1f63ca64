using System.Text.Json;

namespace Talon.RuleEngine.Tests;

/// <summary>A shop with campaigns, and a customer with a cart: the world of the tests, built in a line or two.</summary>
internal sealed class Shop
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly List<CampaignDefinition> _campaigns = [];
    private readonly List<EvaluationGroupDefinition> _groups = [];
    private EvaluationFacts _facts = new() { Now = Noon };
    private EvaluationOptions _options = EvaluationOptions.Default;

    public ApplicationSettings Settings { get; private set; } = new() { Id = 1 };

    public Vocabulary Vocabulary { get; private set; } = Words.All;

    public EvaluationFacts CurrentFacts => _facts;

    public static Shop With(params RuleJson[] rules) => new Shop().Campaign(1, rules);

    public Shop Campaign(long id, params RuleJson[] rules) => Campaign(id, campaign => campaign, rules);

    public Shop Campaign(long id, Func<CampaignDefinition, CampaignDefinition> change, params RuleJson[] rules)
    {
        var ruleset = new RulesetDefinition(id * 10, RuleJson.ToArray(rules));
        _campaigns.Add(change(new CampaignDefinition { Id = id, Name = $"Campaign {id}", Ruleset = ruleset }));
        return this;
    }

    public Shop Bindings(string json)
    {
        _campaigns[^1] = _campaigns[^1] with { Ruleset = _campaigns[^1].Ruleset with { Bindings = Json.Parse(json) } };
        return this;
    }

    public Shop Limit(string action, decimal limit, params LimitEntity[] entities)
    {
        var definition = new LimitDefinition(_campaigns[^1].Limits.Count + 1, action, limit, null, entities);
        _campaigns[^1] = _campaigns[^1] with { Limits = [.. _campaigns[^1].Limits, definition] };
        return this;
    }

    public Shop Group(long id, EvaluationMode mode, EvaluationScope scope = EvaluationScope.Session, long? parent = null, int position = 0)
    {
        _groups.Add(new(id, $"Group {id}", parent, mode, scope, position));
        return this;
    }

    public Shop Setting(Func<ApplicationSettings, ApplicationSettings> change)
    {
        Settings = change(Settings);
        return this;
    }

    public Shop Knowing(Func<Vocabulary, Vocabulary> change)
    {
        Vocabulary = change(Vocabulary);
        return this;
    }

    public Shop Facts(Func<EvaluationFacts, EvaluationFacts> change)
    {
        _facts = change(_facts);
        return this;
    }

    public Shop Session(Func<SessionFacts, SessionFacts> change) =>
        Facts(facts => facts with { Session = change(facts.Session ?? new SessionFacts { IntegrationId = "session-1" }) });

    /// <summary>The cart; positions are given in order.</summary>
    public Shop Cart(params CartItemFacts[] items) =>
        Session(session => session with { Items = [.. items.Select((item, position) => item with { Position = position })] });

    public Shop Customer(string id = "customer-1", Func<ProfileFacts, ProfileFacts>? change = null)
    {
        var profile = new ProfileFacts { Id = 77, IntegrationId = id };
        return Facts(facts => facts with { Profile = change?.Invoke(profile) ?? profile });
    }

    public Shop Coupon(string code, Func<CouponState, CouponState>? change = null, long campaign = 1)
    {
        var coupon = new CouponState { Id = 500 + _facts.Coupons.Count, CampaignId = campaign, Value = code };
        return Entered(new CouponFacts(code, change?.Invoke(coupon) ?? coupon));
    }

    public Shop UnknownCoupon(string code) => Entered(new CouponFacts(code, null));

    public Shop Referral(string code, Func<ReferralState, ReferralState>? change = null, long campaign = 1)
    {
        var referral = new ReferralState
        {
            Id = 600, CampaignId = campaign, Code = code, AdvocateIntegrationId = "advocate", Advocate = new ProfileFacts { Id = 88, IntegrationId = "advocate" },
        };
        return Facts(facts => facts with { Referral = new ReferralFacts(code, change?.Invoke(referral) ?? referral) });
    }

    public Shop Used(LimitKey key, decimal amount) =>
        Facts(facts => facts with { Used = new Dictionary<LimitKey, decimal>(facts.Used) { [key] = amount } });

    public Shop Options(Func<EvaluationOptions, EvaluationOptions> change)
    {
        _options = change(_options);
        return this;
    }

    public Shop Explaining() => Options(options => options with { ExplainFailures = true });

    public IReadOnlyList<RulesetProblem> Problems() =>
        [.. _campaigns.SelectMany(campaign => CampaignCompiler.Compile(campaign, Vocabulary, Settings).Problems)];

    public EvaluationFacts Update => _facts;

    public EngineSnapshot Snapshot() => EngineSnapshot.Create(Settings, _groups, _campaigns.Select(Compile));

    public EvaluationResult Evaluate() => Evaluator.Evaluate(Snapshot(), _facts, _options);

    /// <summary>What the effects say, without where they come from.</summary>
    public IReadOnlyList<EffectProps> Effects() => [.. Evaluate().Effects.Select(effect => effect.Props)];

    private Shop Entered(CouponFacts coupon) => Facts(facts => facts with { Coupons = [.. facts.Coupons, coupon] });

    private CompiledCampaign Compile(CampaignDefinition campaign)
    {
        var result = CampaignCompiler.Compile(campaign, Vocabulary, Settings);
        return result.Campaign ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
    }
}
