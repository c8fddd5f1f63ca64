using Talon.Promotions;

namespace Talon.Http;

/// <summary>The use cases that operations call.</summary>
public sealed record ApiServices
{
    /// <summary>Customer sessions.</summary>
    public required ISessionService Sessions { get; init; }

    /// <summary>Customer profiles.</summary>
    public required IProfileService Profiles { get; init; }

    /// <summary>Setting up, and the configuration.</summary>
    public required AccountSetup Account { get; init; }

    /// <summary>Work that was set aside after it failed again and again.</summary>
    public required ParkedWorkService Parked { get; init; }

    /// <summary>Coupons of campaigns.</summary>
    public required CouponSetup Coupons { get; init; }

    /// <summary>The use cases that need no more than a checked request.</summary>
    public required PromotionServices Promotions { get; init; }

    /// <summary>Referrals of campaigns.</summary>
    public required ReferralSetup Referrals { get; init; }

    /// <summary>Giveaway pools.</summary>
    public required GiveawayService Giveaways { get; init; }

    /// <summary>Work that takes longer than a request.</summary>
    public required JobService Jobs { get; init; }

    /// <summary>Deleting campaigns with all that they have.</summary>
    public required CampaignDeletion CampaignDeletion { get; init; }

    /// <summary>The same with one change of the set-up inside a scope.</summary>
    public ApiServices Within(EditScope scope)
    {
        var account = Account.Within(scope);
        return this with { Account = account, CampaignDeletion = new CampaignDeletion(account.Campaigns, Jobs) };
    }

    /// <summary>The use cases over one store.</summary>
    public static ApiServices From(PromotionServices promotions, AccountSetup account, TimeProvider clock) => new()
    {
        Sessions = promotions.Sessions,
        Profiles = promotions.Profiles,
        Account = account,
        Coupons = new CouponSetup(promotions.Configurations, promotions.Coupons, promotions.CouponJobs, clock),
        Referrals = new ReferralSetup(promotions.Configurations, promotions.Referrals, clock),
        Giveaways = promotions.Giveaways,
        Jobs = promotions.Jobs,
        CampaignDeletion = new CampaignDeletion(account.Campaigns, promotions.Jobs),
        Parked = promotions.Parked,
        Promotions = promotions,
    };
}
