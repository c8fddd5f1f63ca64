using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a session or profile update, an event or a return led to. Optional members are null unless asked for.</summary>
public sealed record IntegrationState
{
    /// <summary>The effects, in evaluation order.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }

    /// <summary>Coupons made by rules.</summary>
    public IReadOnlyList<Coupon> CreatedCoupons { get; init; } = [];

    /// <summary>Referrals made by rules.</summary>
    public IReadOnlyList<Referral> CreatedReferrals { get; init; } = [];

    /// <summary>The referral whose code was entered, if it exists.</summary>
    public InventoryReferral? Referral { get; init; }

    /// <summary>The points of customer and card.</summary>
    public Loyalty? Loyalty { get; init; }

    /// <summary>The session.</summary>
    public CustomerSession? CustomerSession { get; init; }

    /// <summary>The profile.</summary>
    public CustomerProfile? CustomerProfile { get; init; }

    /// <summary>The coupons whose codes were entered and exist.</summary>
    public IReadOnlyList<IntegrationCoupon>? Coupons { get; init; }

    /// <summary>Ids of the campaigns that triggered.</summary>
    public IReadOnlyList<long>? TriggeredCampaigns { get; init; }

    /// <summary>The return that was made.</summary>
    public Return? Return { get; init; }

    /// <summary>Earlier returns of the session.</summary>
    public IReadOnlyList<Return>? PreviousReturns { get; init; }

    /// <summary>The event that the call produced.</summary>
    public IntegrationEvent? Event { get; init; }

    /// <summary>Why rules failed.</summary>
    public IReadOnlyList<RuleFailure>? RuleFailureReasons { get; init; }

    /// <summary>Giveaways handed out.</summary>
    public IReadOnlyList<Giveaway>? AwardedGiveaways { get; init; }

    /// <summary>Achievements, and where the customer stands.</summary>
    public IReadOnlyList<CustomerAchievement>? Achievements { get; init; }

    /// <summary>A verdict per campaign.</summary>
    public IReadOnlyList<CampaignVerdict>? CampaignEligibility { get; init; }
}
