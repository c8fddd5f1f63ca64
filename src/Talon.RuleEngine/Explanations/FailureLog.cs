using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Explanations;

/// <summary>Collects why rules failed, when someone asked.</summary>
internal sealed class FailureLog
{
    public List<RuleFailure> All { get; } = [];

    /// <summary>A condition did not hold.</summary>
    public static RuleFailure Condition(Scope scope, int index)
    {
        var explanation = Explainer.Explain(scope.Rule.Conditions[index], scope);
        return Of(scope, explanation, index, null);
    }

    /// <summary>An effect could not be applied.</summary>
    public static RuleFailure Effect(Scope scope, int? index, Explanation explanation) => Of(scope, explanation, null, index);

    private static RuleFailure Of(Scope scope, Explanation explanation, int? condition, int? effect) => new()
    {
        CampaignId = scope.Campaign.Id,
        CampaignName = scope.Campaign.Definition.Name,
        RulesetId = scope.Campaign.Definition.Ruleset.Id,
        RuleIndex = scope.Rule.Index,
        RuleName = scope.Rule.Title,
        ConditionIndex = condition,
        EffectIndex = effect,
        Coupon = scope.Rule.Coupons == CodeUse.None ? null : scope.Coupon,
        Referral = scope.Rule.Referrals == CodeUse.None ? null : scope.Facts.Referral,
        EvaluationGroupId = scope.Group?.Id,
        EvaluationGroupMode = scope.Group?.Mode,
        Details = Sentence.Of(explanation),
        Explanation = explanation,
    };
}
