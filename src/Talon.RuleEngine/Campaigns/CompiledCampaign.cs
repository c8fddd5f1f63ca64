using Talon.RuleEngine.Budgets;

namespace Talon.RuleEngine;

/// <summary>A campaign whose ruleset was checked and compiled; immutable, made by <see cref="CampaignCompiler"/>.</summary>
public sealed class CompiledCampaign
{
    internal CompiledCampaign(CampaignDefinition definition, CompiledRule[] rules, int slots, Budget couponBudget, Budget referralBudget)
    {
        CouponBudget = couponBudget;
        ReferralBudget = referralBudget;
        Definition = definition;
        Rules = rules;
        Slots = slots;
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

    /// <summary>Whether state and schedule let it run at that moment.</summary>
    internal bool RunsAt(DateTimeOffset now) =>
        Definition.Enabled
        && (Definition.StartTime is not { } start || now >= start)
        && (Definition.EndTime is not { } end || now < end);

    /// <summary>Whether it is evaluated for the store; null for a request that names none.</summary>
    internal bool RunsIn(StoreFacts? store) =>
        Definition.LinkedStoreIds.Count == 0 || (store is not null && Definition.LinkedStoreIds.Contains(store.Id));
}
