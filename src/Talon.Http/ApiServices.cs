using Talon.Promotions;

namespace Talon.Http;

/// <summary>The use cases that operations call.</summary>
public sealed record ApiServices
{
    /// <summary>Setting up, and the configuration.</summary>
    public required AccountSetup Account { get; init; }

    /// <summary>Coupons of campaigns.</summary>
    public required CouponSetup Coupons { get; init; }

    /// <summary>The use cases that need no more than a checked request.</summary>
    public required PromotionServices Promotions { get; init; }

    /// <summary>Referrals of campaigns.</summary>
    public required ReferralSetup Referrals { get; init; }

    /// <summary>Deleting campaigns with all that they have.</summary>
    public required CampaignDeletion CampaignDeletion { get; init; }

    /// <summary>What a change of the case sensitivity does to codes.</summary>
    public required CodeCases CodeCases { get; init; }

    /// <summary>The same with one change of the set-up inside a scope.</summary>
    public ApiServices Within(EditScope scope)
    {
        var account = Account.Within(scope);
        return this with { Account = account, CampaignDeletion = new CampaignDeletion(account.Campaigns, Promotions.Jobs) };
    }

    /// <summary>The use cases over one store.</summary>
    public static ApiServices From(PromotionServices promotions, AccountSetup account, TimeProvider clock)
    {
        var rehearsal = new Lazy<ApiServices>(() =>
        {
            var rehearsed = promotions.Rehearsal();
            return Over(rehearsed, account.Rehearsal(rehearsed), clock);
        });
        return Over(promotions, account, clock) with { Rehearsals = rehearsal };
    }

    /// <summary>The same for a rehearsal: they store nothing.</summary>
    internal ApiServices Rehearsal => Rehearsals!.Value;

    private Lazy<ApiServices>? Rehearsals { get; init; }

    private static ApiServices Over(PromotionServices promotions, AccountSetup account, TimeProvider clock) => new()
    {
        Account = account,
        Coupons = new CouponSetup(promotions.Configurations, promotions.Coupons, promotions.CouponJobs, clock),
        Referrals = new ReferralSetup(promotions.Configurations, promotions.Referrals, clock),
        CampaignDeletion = new CampaignDeletion(account.Campaigns, promotions.Jobs),
        CodeCases = new CodeCases(promotions.Configurations, promotions.Coupons, promotions.Referrals),
        Promotions = promotions,
    };
}
