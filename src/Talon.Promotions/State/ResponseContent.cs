namespace Talon.Promotions;

/// <summary>The optional blocks of an answer.</summary>
[Flags]
public enum ResponseContent
{
    /// <summary>Nothing optional.</summary>
    None = 0,

    /// <summary>The session.</summary>
    CustomerSession = 1,

    /// <summary>The profile.</summary>
    CustomerProfile = 2,

    /// <summary>The coupons whose codes were entered.</summary>
    Coupons = 4,

    /// <summary>The campaigns that triggered.</summary>
    TriggeredCampaigns = 8,

    /// <summary>The referral whose code was entered.</summary>
    Referral = 16,

    /// <summary>Loyalty balances.</summary>
    Loyalty = 32,

    /// <summary>The event that the call produced.</summary>
    Event = 64,

    /// <summary>Giveaways handed out.</summary>
    AwardedGiveaways = 128,

    /// <summary>Why rules failed.</summary>
    RuleFailureReasons = 256,

    /// <summary>Earlier returns of the session.</summary>
    PreviousReturns = 512,

    /// <summary>A verdict per campaign; dry requests only.</summary>
    CampaignEligibility = 1024,

    /// <summary>Achievements and their progress.</summary>
    Achievements = 2048,
}
