using System.Text.Json;

namespace Talon.RuleEngine.Tests.Reference;

/// <summary>
/// Evaluates campaigns the slow and obvious way: every campaign is looked at, every ruleset is read from its JSON, and a group
/// tries its members one after the other on copies of the state.
/// </summary>
internal sealed class ReferenceEvaluator(ApplicationSettings settings, IReadOnlyList<EvaluationGroupDefinition> groups, IReadOnlyList<CampaignDefinition> campaigns, EvaluationFacts facts)
{
    private readonly Dictionary<string, string> _exclusions = [];
    private readonly Dictionary<string, (int Rank, int? Condition, int? Effect)> _codeFailures = [];
    private readonly HashSet<string> _accepted = [];
    private readonly HashSet<long> _evaluated = [];

    public ReferenceOutcome Evaluate()
    {
        var report = new Report();
        Visit(null, report, new ReferenceCart(facts.Session!));
        foreach (var code in facts.Coupons.DistinctBy(code => code.Coupon?.Value ?? code.Code))
            if (!_accepted.Contains(code.Code) && Reject(code) is var (reason, exclusion))
                report.Effects.Add((code.Coupon?.CampaignId ?? 0, -1, (code.Coupon?.Value ?? code.Code, reason, exclusion)));
        return new ReferenceOutcome(report.Effects, report.Triggered, report.Failures);
    }

    /// <summary>Evaluates what is inside a group, in order; gives whether anything triggered.</summary>
    private bool Visit(EvaluationGroupDefinition? group, Report report, ReferenceCart cart)
    {
        var members = MembersOf(group);
        var mode = group?.Mode ?? EvaluationMode.Stackable;
        var triggered = false;
        if (mode is EvaluationMode.Stackable or EvaluationMode.ListOrder)
        {
            foreach (var member in members)
            {
                if (triggered && mode == EvaluationMode.ListOrder)
                    Exclude(member, "CampaignIsNotFirst", report);
                else
                    triggered |= Run(member, report, cart);
            }

            return triggered;
        }

        var trials = members.Select(member =>
        {
            var trial = new Report();
            return (Triggered: new ReferenceEvaluator(settings, groups, campaigns, facts).Trial(member, trial, cart), trial.Discount);
        }).ToList();
        var contenders = Enumerable.Range(0, members.Count).Where(i => trials[i].Triggered).ToList();
        var paying = contenders.Where(i => trials[i].Discount > 0).ToList();
        var winner = (paying.Count > 0 ? paying : contenders)
            .OrderBy(i => mode == EvaluationMode.HighestDiscount ? -trials[i].Discount : trials[i].Discount).Cast<int?>().FirstOrDefault();
        for (var i = 0; i < members.Count; i++)
        {
            var late = winner is not null && i != winner && new ReferenceEvaluator(settings, groups, campaigns, facts).Trial(members[i], new Report(), cart);
            if (late || (trials[i].Triggered && i != winner))
                Exclude(members[i], mode == EvaluationMode.HighestDiscount ? "CampaignGaveLowerDiscount" : "CampaignIsNotFirst", report);
            else
                Run(members[i], report, cart);
        }

        return winner is not null;
    }

    private bool Trial(Member member, Report report, ReferenceCart cart)
    {
        var copy = new ReferenceCart(facts.Session!) { SessionReduction = cart.SessionReduction, ItemsReduction = cart.ItemsReduction };
        for (var i = 0; i < cart.Units.Count; i++)
            copy.Units[i].Reduction = cart.Units[i].Reduction;
        return Run(member, report, copy);
    }

    private bool Run(Member member, Report report, ReferenceCart cart) =>
        member.Group is { } inner ? Visit(inner, report, cart) : Run(member.Campaign!, report, cart);

    /// <summary>What is inside a group: by position, campaigns before groups, then by id.</summary>
    private List<Member> MembersOf(EvaluationGroupDefinition? group) =>
    [
        .. campaigns.Where(campaign => campaign.EvaluationGroupId == group?.Id).Select(campaign => new Member(campaign.EvaluationPosition, campaign.Id, campaign, null))
            .Concat(groups.Where(inner => inner.ParentId == group?.Id).Select(inner => new Member(inner.Position, inner.Id, null, inner)))
            .OrderBy(member => member.Position).ThenBy(member => member.Group is not null).ThenBy(member => member.Id),
    ];

    private void Exclude(Member member, string reason, Report report)
    {
        if (member.Group is { } group)
        {
            MembersOf(group).ForEach(inner => Exclude(inner, reason, report));
            return;
        }

        var campaign = member.Campaign!;
        if (!Runs(campaign))
            return;
        foreach (var code in CodesOf(campaign))
            _exclusions[code.Code] = reason;
        report.Failures.Add((campaign.Id, 0, null, null));
    }

    private bool Runs(CampaignDefinition campaign) =>
        campaign.Enabled && !(facts.Now < campaign.StartTime) && !(facts.Now >= campaign.EndTime)
        && (campaign.LinkedStoreIds.Count == 0 || (facts.Store is { } store && campaign.LinkedStoreIds.Contains(store.Id)));

    private IEnumerable<CouponFacts> CodesOf(CampaignDefinition campaign) => facts.Coupons.Where(code => code.Coupon?.CampaignId == campaign.Id).DistinctBy(code => code.Code);

    /// <summary>Evaluates a campaign; gives whether any rule succeeded.</summary>
    private bool Run(CampaignDefinition campaign, Report report, ReferenceCart cart)
    {
        if (!Runs(campaign))
            return false;
        _evaluated.Add(campaign.Id);
        var budget = new ReferenceBudget(campaign, facts, settings.PartialDiscounts, Currencies.MinorDigits(settings.Currency));
        var seen = new List<Action<ReferenceCart>>();
        var triggered = false;
        var index = 0;
        foreach (var rule in campaign.Ruleset.Rules.EnumerateArray())
        {
            var codes = rule.GetProperty("condition").GetRawText().Contains("couponValid") ? CodesOf(campaign).Where(code => Standing(code) is null).ToList() : [];
            foreach (var code in codes.Count == 0 ? [null] : codes.Cast<CouponFacts?>())
                triggered |= Run(campaign, rule, index, code, budget, report, cart, seen);
            index++;
        }

        if (settings.CascadingDiscounts)
            seen.ForEach(reduce => reduce(cart));
        if (triggered)
            report.Triggered.Add(campaign.Id);
        return triggered;
    }

    private bool Run(
        CampaignDefinition campaign, JsonElement rule, int index, CouponFacts? code, ReferenceBudget budget, Report report, ReferenceCart cart, List<Action<ReferenceCart>> seen)
    {
        var language = new ReferenceLanguage(facts, cart) { CouponIsValid = code is not null };
        void Add(EffectProps props) => report.Effects.Add((campaign.Id, index, props));
        void Fail(int? condition, int? effect)
        {
            report.Failures.Add((campaign.Id, index, condition, effect));
            var rank = effect is null ? 1 : 2;
            if (code is not null && _codeFailures.GetValueOrDefault(code.Code).Rank < rank)
                _codeFailures[code.Code] = (rank, condition, effect);
        }

        var condition = rule.GetProperty("condition");
        JsonElement[] conditions = condition[0].GetString() == "and" ? [.. condition.EnumerateArray().Skip(1)] : [condition];
        for (var i = 0; i < conditions.Length; i++)
        {
            var fault = Attempt(() => (bool)language.Evaluate(conditions[i]) ? null : "");
            if (fault is null)
                continue;
            if (fault.Length > 0)
                Add(new ErrorProps(fault));
            foreach (var failureEffect in rule.GetProperty("effects").EnumerateArray().Where(effect => effect[0].GetString() == "onFailure").SelectMany(effect => effect.EnumerateArray().Skip(1)))
            {
                var effects = new ReferenceEffects(language, cart, budget, settings);
                Attempt(() =>
                {
                    effects.Run(failureEffect);
                    effects.Emitted.ForEach(Add);
                    return null;
                });
            }

            Fail(i, null);
            return false;
        }

        var saved = budget.Save();
        var emitting = new ReferenceEffects(language, cart, budget, settings);
        if (code is not null && !_accepted.Contains(code.Code))
            emitting.Emitted.Add(new AcceptCouponProps(code.Coupon!.Value));
        var place = -1;
        foreach (var effect in rule.GetProperty("effects").EnumerateArray())
        {
            place++;
            if (effect[0].GetString() == "onFailure")
                continue;
            var fault = Attempt(() =>
            {
                emitting.Run(effect);
                return null;
            });
            if (fault is null)
                continue;
            budget.Restore(saved);
            if (fault.Length > 0)
                Add(new ErrorProps(fault));
            Fail(null, place);
            return false;
        }

        if (code is not null)
            _accepted.Add(code.Code);
        emitting.Emitted.ForEach(Add);
        report.Discount += emitting.Discounts.Sum(discount => discount.Amount);
        seen.AddRange(emitting.Discounts.Select(discount => discount.Reduce));
        return true;
    }

    /// <summary>Null when all is well, the message of an error, or "" when something was missing, refused or false.</summary>
    private static string? Attempt(Func<string?> run)
    {
        try
        {
            return run();
        }
        catch (ReferenceFault fault)
        {
            return fault.What == ReferenceFault.Kind.Error ? fault.Message : "";
        }
    }

    private string? Standing(CouponFacts code) =>
        code.Coupon is not { } coupon ? "CouponNotFound"
        : facts.Now < coupon.StartDate ? "CouponStartDateInFuture"
        : facts.Now >= coupon.ExpiryDate ? "CouponExpired"
        : campaigns.FirstOrDefault(campaign => campaign.Id == coupon.CampaignId) is not { } owner || !Enabled(owner) ? "CouponPartOfNotRunningCampaign"
        : coupon.RecipientIntegrationId is { } recipient && facts.Profile?.IntegrationId != recipient ? "CouponRecipientDoesNotMatch"
        : coupon.UsageLimit > 0 && !_accepted.Contains(code.Code) && facts.Used.GetValueOrDefault(LimitKey.CouponUses(coupon.Id)) >= coupon.UsageLimit ? "CouponLimitReached"
        : null;

    private bool Enabled(CampaignDefinition campaign) => campaign.Enabled && !(facts.Now < campaign.StartTime) && !(facts.Now >= campaign.EndTime);

    private (string Reason, string? Exclusion) Reject(CouponFacts code)
    {
        if (Standing(code) is { } reason)
            return (reason, null);
        if (_exclusions.TryGetValue(code.Code, out var exclusion))
            return ("CouponPartOfNotTriggeredCampaign", exclusion);
        if (!_evaluated.Contains(code.Coupon!.CampaignId))
            return ("CouponPartOfNotTriggeredCampaign", "CampaignNotInEvaluationSet");
        return (_codeFailures.TryGetValue(code.Code, out var failure) && failure.Effect is not null ? "EffectCouldNotBeApplied" : "CouponRejectedByCondition", null);
    }

    /// <summary>A campaign or a group inside a group.</summary>
    private sealed record Member(int Position, long Id, CampaignDefinition? Campaign, EvaluationGroupDefinition? Group);

    /// <summary>What an evaluation, or the trial of one member, came to.</summary>
    private sealed class Report
    {
        public List<(long Campaign, int Rule, object Props)> Effects { get; } = [];

        public List<long> Triggered { get; } = [];

        public List<(long Campaign, int Rule, int? Condition, int? Effect)> Failures { get; } = [];

        public decimal Discount { get; set; }
    }
}
