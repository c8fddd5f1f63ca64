using Talon.Promotions;

namespace Talon.Http;

/// <summary>The published shapes of referrals.</summary>
/// <remarks>Source: Integration and Management API 26.16.</remarks>
internal static class ReferralSchemas
{
    private static readonly Property UsageLimit = Property.Required("usageLimit", "Most redemptions; 0 for unlimited.", new IntegerSchema { Minimum = 0, Maximum = 999_999 }, 1);
    private static readonly Property CampaignId = Property.Required("campaignId", "The owning campaign.", Fields.Id, 78);
    private static readonly Property Advocate = Property.Required("advocateProfileIntegrationId", "Who recommends.", StringSchema.IntegrationId, "URNGV8294NV");
    private static readonly Property Friend = Property.Optional("friendProfileIntegrationId", "The only friend who may use it.", Fields.ProfileId, "BZGGC2454PA");
    private static readonly Property Attributes = Property.Optional("attributes", "Custom attributes.", MapSchema.Free);

    private static readonly IReadOnlyList<Property> Dates =
    [
        Property.Optional("startDate", "Valid from.", StringSchema.DateTime, "2026-11-10T23:00:00Z"),
        Property.Optional("expiryDate", "No longer valid from; never expires when left out.", StringSchema.DateTime, "2027-11-10T23:00:00Z"),
    ];

    /// <summary>A referral to be.</summary>
    public static readonly ObjectSchema New = new("NewReferral", "A referral to be; with one redemption when usageLimit is left out.")
    {
        Properties = [.. Dates, UsageLimit with { IsRequired = false }, CampaignId, Advocate, Friend, Attributes],
    };

    /// <summary>Referrals to be, one for each of some advocates.</summary>
    public static readonly ObjectSchema NewForAdvocates = new("NewReferralsForMultipleAdvocates", "Referrals to be, one for each of some advocates.")
    {
        Properties =
        [
            .. Dates,
            UsageLimit,
            CampaignId,
            Property.Required("advocateProfileIntegrationIds", "Who recommends.", new ArraySchema(StringSchema.IntegrationId) { MinItems = 1, MaxItems = ReferralSetup.MostAdvocates }),
            Attributes,
            Property.Optional("validCharacters", "The characters that stand for #; A-Z and 0-9 when left out.", new ArraySchema(new StringSchema { MinLength = 1, MaxLength = 8 }) { MaxItems = 1000 }),
            Property.Optional("referralPattern", "The pattern; # stands for a random character.", new StringSchema { MinLength = 3, MaxLength = 100 }, "REF-########"),
        ],
    };

    /// <summary>What a referral is to be from now on.</summary>
    public static readonly ObjectSchema Update = new("UpdateReferral", "What changes on a referral. Dates and friend are cleared when left out, everything else then stays.")
    {
        Properties = [.. Dates, UsageLimit with { IsRequired = false }, Friend, Attributes],
    };

    /// <summary>A referral.</summary>
    public static readonly ObjectSchema Referral = New.With(
        "Referral",
        "A referral with its counter.",
        [
            .. Fields.Entity,
            UsageLimit,
            Property.Optional("importId", "The import it came from.", Fields.Id, 4),
            Property.Required("code", "The code.", new StringSchema { MinLength = 1 }, "27G47Y54VH9L"),
            Property.Required("usageCounter", "Redemptions so far.", Fields.Count, 1),
            Property.Optional("batchId", "The batch it was created in.", StringSchema.Text, "tqyrgahe"),
        ]);

    /// <summary>A referral with the customers who redeemed it.</summary>
    public static readonly ObjectSchema InventoryReferral = Referral.With(
        "InventoryReferral",
        "A referral with the customers who redeemed it.",
        Property.Required("referredCustomers", "The friends who redeemed it.", new ArraySchema(StringSchema.Text)));

    /// <summary>Referrals just created.</summary>
    public static readonly ObjectSchema Created = Page.Counted("Referrals", Referral);

    /// <summary>Referrals found.</summary>
    public static readonly ObjectSchema Found = Page.Continued("ReferralsWithoutTotal", Referral);
}
