namespace Talon.Http;

/// <summary>The published shapes of what a call led to.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class StateSchemas
{
    private static readonly IReadOnlyList<Property> Common =
    [
        Property.Required("effects", "The effects, in evaluation order.", new ArraySchema(EffectSchemas.Effect)),
        Property.Required("createdCoupons", "Coupons made by rules.", new ArraySchema(CouponSchemas.Coupon)),
        Property.Required("createdReferrals", "Referrals made by rules.", new ArraySchema(ReferralSchemas.Referral)),
        Property.Optional("customerProfile", "The profile.", ProfileSchemas.CustomerProfile),
        Property.Optional("loyalty", "The points of customer and card.", LoyaltySchemas.Loyalty),
        Property.Optional("triggeredCampaigns", "The campaigns that triggered.", new ArraySchema(CampaignSchemas.Campaign)),
        Property.Optional("awardedGiveaways", "Giveaways handed out.", new ArraySchema(GiveawaySchemas.Giveaway)),
        Property.Optional("event", "The event that the call produced.", EventSchemas.Event),
        Property.Optional("ruleFailureReasons", "Why rules failed.", new ArraySchema(EffectSchemas.RuleFailureReason)),
        Property.Optional("campaignEligibility", "A verdict per campaign; dry requests only.", new ArraySchema(EligibilitySchemas.Campaign)),
        Property.Optional("achievements", "Achievements and their progress.", new ArraySchema(AchievementSchemas.OfCustomer)),
    ];

    /// <summary>The answer to a session update.</summary>
    public static readonly ObjectSchema Session = new("IntegrationStateV2", "What a session update led to.")
    {
        Properties =
        [
            .. Common,
            Property.Optional("customerSession", "The session.", SessionSchemas.CustomerSession),
            Property.Optional("coupons", "The coupons whose codes were entered and exist.", new ArraySchema(CouponSchemas.IntegrationCoupon)),
            Property.Optional("referral", "The referral whose code was entered, if it exists.", ReferralSchemas.InventoryReferral),
            Property.Optional("previousReturns", "Earlier returns of the session.", new ArraySchema(ReturnSchemas.Return)),
            Property.Optional("return", "The return that was made.", ReturnSchemas.Return),
        ],
    };

    /// <summary>The answer to a profile update.</summary>
    public static readonly ObjectSchema Profile = new("CustomerProfileIntegrationResponseV2", "What a profile update led to.") { Properties = Common };

    /// <summary>The answer to an event.</summary>
    public static readonly ObjectSchema Event = new("IntegrationEventV2Response", "What an event led to.") { Properties = Common };

    /// <summary>The answer to an advanced event.</summary>
    public static readonly ObjectSchema AdvancedEvent = new("IntegrationEventV3Response", "What an advanced event led to.")
    {
        Properties =
        [
            .. Common.Where(property => property.Name != "event"),
            Property.Optional("advancedEvent", "The event.", EventSchemas.AdvancedEvent),
        ],
    };

    /// <summary>The answer to a reopening.</summary>
    public static readonly ObjectSchema Reopen = new("ReopenSessionResponse", "What reopening undid.")
    {
        Properties = [Property.Required("effects", "The rollback effects.", new ArraySchema(EffectSchemas.Effect))],
    };

    /// <summary>A session and its net effects.</summary>
    public static readonly ObjectSchema GetSession = new("IntegrationCustomerSessionResponse", "A session and its net effects.")
    {
        Properties =
        [
            Property.Optional("customerSession", "The session.", SessionSchemas.CustomerSession),
            Property.Optional("effects", "Its effects without those that were rolled back.", new ArraySchema(EffectSchemas.Effect)),
        ],
    };
}
