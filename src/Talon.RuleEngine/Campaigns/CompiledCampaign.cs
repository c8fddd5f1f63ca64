using Talon.RuleEngine.Budgets;
using Talon.RuleEngine.Indexing;

namespace Talon.RuleEngine;

/// <summary>A campaign whose ruleset was checked and compiled; immutable, made by <see cref="CampaignCompiler"/>.</summary>
public sealed class CompiledCampaign
{
    internal CompiledCampaign(CampaignDefinition definition, CompiledRule[] rules, int slots, Budget couponBudget, Budget referralBudget)
    {
        CouponBudget = couponBudget;
        ReferralBudget = referralBudget;
        Definition = definition;
        CountsByProfile = definition.Limits.Any(limit => limit.Entities.Contains(LimitEntity.Profile));
        Rules = rules;
        Slots = slots;
        Requirement = RequirementOf(rules);
    }

    /// <summary>What it was made from.</summary>
    public CampaignDefinition Definition { get; }

    /// <summary>The campaign's id.</summary>
    public long Id => Definition.Id;

    internal CompiledRule[] Rules { get; }

    /// <summary>How many slots its expressions use.</summary>
    internal int Slots { get; }

    /// <summary>The limits on redemptions of its coupons.</summary>
    internal Budget CouponBudget { get; }

    /// <summary>The limits on redemptions of its referrals.</summary>
    internal Budget ReferralBudget { get; }

    /// <summary>Whether one of its budgets counts by profile.</summary>
    internal bool CountsByProfile { get; }

    /// <summary>What must hold for any rule to do something; null when nothing can be told.</summary>
    internal Requirement? Requirement { get; }

    /// <summary>Whether state and schedule let it run at that moment.</summary>
    internal bool RunsAt(DateTimeOffset now) =>
        Definition.Enabled
        && (Definition.StartTime is not { } start || now >= start)
        && (Definition.EndTime is not { } end || now < end);

    /// <summary>Whether it is evaluated for the store; null for a request that names none.</summary>
    internal bool RunsIn(StoreFacts? store) =>
        Definition.LinkedStoreIds.Count == 0 || (store is not null && Definition.LinkedStoreIds.Contains(store.Id));

    private static Requirement? RequirementOf(CompiledRule[] rules)
    {
        var all = Requirement.Code;
        foreach (var rule in rules)
        {
            if (rule.FailureEffects.Length > 0 || RequirementReader.Of(rule.Conditions) is not { } requirement)
                return null;
            all = Requirement.Either(all, requirement);
        }

        return all;
    }
}
