namespace Talon.CampaignTests;

/// <summary>The update that is evaluated.</summary>
public sealed record FactsInput
{
    /// <summary>The clock.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The session; null for a profile update or an event.</summary>
    public SessionInput? Session { get; init; }

    /// <summary>The customer; null when anonymous.</summary>
    public ProfileInput? Profile { get; init; }

    /// <summary>The event.</summary>
    public EventInput? Event { get; init; }

    /// <summary>The store.</summary>
    public StoreInput? Store { get; init; }

    /// <summary>Coupon codes entered.</summary>
    public IReadOnlyList<CouponInput> Coupons { get; init; } = [];

    /// <summary>The referral code entered.</summary>
    public ReferralInput? Referral { get; init; }

    /// <summary>The loyalty card named.</summary>
    public LoyaltyCardInput? LoyaltyCard { get; init; }

    /// <summary>Points.</summary>
    public IReadOnlyList<LedgerInput> Ledgers { get; init; } = [];

    /// <summary>Achievements by name.</summary>
    public IReadOnlyDictionary<string, AchievementInput> Achievements { get; init; } = new Dictionary<string, AchievementInput>();

    /// <summary>Codes left in giveaway pools, by name.</summary>
    public IReadOnlyDictionary<string, long> GiveawayPools { get; init; } = new Dictionary<string, long>();

    /// <summary>How much of campaigns' limits is used, where it does not stand with the limits.</summary>
    public IReadOnlyList<UsedLimitInput> Limits { get; init; } = [];

    /// <summary>Coupons that rules may reserve, by code.</summary>
    public IReadOnlyDictionary<string, ReservableCouponInput> ReservableCoupons { get; init; } = new Dictionary<string, ReservableCouponInput>();
}
