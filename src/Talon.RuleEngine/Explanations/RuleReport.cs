using Talon.RuleEngine.Codes;
using Talon.RuleEngine.Evaluation;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Explanations;

/// <summary>Reports how the rules of a campaign fared, as far as someone asked.</summary>
internal sealed class RuleReport(Scope scope, RunLog log, EvaluationOptions options)
{
    private readonly bool _givesVerdicts = scope.Explains && options.Eligibility;
    private readonly List<RuleVerdict> _rules = [];

    public void Begin() => _rules.Clear();

    public void Pass()
    {
        if (_givesVerdicts)
            _rules.Add(new RuleVerdict(scope.Rule.Index, scope.Rule.Title, true, null, CodeOfRule, null));
    }

    public void Fail(in Failed failed, CouponVerdict? coupon, ReferralVerdict? referral)
    {
        if (failed.Explanation is not { } explanation || (!scope.Explains && coupon is null && referral is null))
            return;
        var failure = Of(failed, explanation);
        coupon?.Fail(failure);
        referral?.Fail(failure);
        if (!scope.Explains)
            return;
        log.Failures.Add(failure);
        if (_givesVerdicts)
            _rules.Add(new RuleVerdict(failure.RuleIndex, failure.RuleName, false, failed.Condition is null ? "EFFECT_FAILED" : "CONDITION_NOT_MET", CodeOfRule, failure));
    }

    public void End(bool triggered)
    {
        if (!_givesVerdicts)
            return;
        var campaign = scope.Campaign;
        var byAudience = _rules.Count > 0 && _rules.All(rule => rule.Failure?.Explanation.Code == "AudienceNotMatched");
        log.Verdicts.Add(new CampaignVerdict(
            campaign.Id, campaign.Definition.Name, triggered, triggered ? null : byAudience ? "AUDIENCE_NOT_MATCHED" : "ALL_RULES_FAILED", null, [.. _rules]));
    }

    private string? CodeOfRule => scope.Rule.Coupons == CodeUse.None ? null : scope.Coupon?.Code;

    private RuleFailure Of(in Failed failed, Explanation explanation) => new()
    {
        CampaignId = scope.Campaign.Id,
        CampaignName = scope.Campaign.Definition.Name,
        RulesetId = scope.Campaign.Definition.Ruleset.Id,
        RuleIndex = scope.Rule.Index,
        RuleName = scope.Rule.Title,
        ConditionIndex = failed.Condition,
        EffectIndex = failed.Effect,
        Coupon = scope.Rule.Coupons == CodeUse.None ? null : scope.Coupon,
        Referral = scope.Rule.Referrals == CodeUse.None ? null : scope.Facts.Referral,
        EvaluationGroupId = scope.Group?.Id,
        EvaluationGroupMode = scope.Group?.Mode,
        Explanation = explanation,
    };
}
