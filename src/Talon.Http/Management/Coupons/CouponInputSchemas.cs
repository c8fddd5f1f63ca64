using Talon.Promotions;

namespace Talon.Http;

/// <summary>The published shapes of coupons as callers send them.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class CouponInputSchemas
{
    private static readonly IntegerSchema Uses = new() { Minimum = 0, Maximum = 999_999 };
    private static readonly Property UsageLimit = Property.Required("usageLimit", "Most redemptions of each; 0 for unlimited.", Uses, 100);
    private static readonly Property Recipient = Property.Optional("recipientIntegrationId", "The only customer who may use it.", Fields.ProfileId, "URNGV8294NV");

    private static readonly IReadOnlyList<Property> Terms =
    [
        Property.Optional("discountLimit", "Most discount granted through each.", new NumberSchema { Minimum = 0, Maximum = Fields.LargestAmount }, 30),
        Property.Optional("reservationLimit", "Most reservations of each.", Uses, 45),
        Property.Optional("startDate", "Valid from.", StringSchema.DateTime, "2026-01-24T14:15:22Z"),
        Property.Optional("expiryDate", "No longer valid from; never expires when left out.", StringSchema.DateTime, "2026-08-24T14:15:22Z"),
        Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
    ];

    private static readonly IReadOnlyList<Property> Options =
    [
        Property.Optional("limits", "Budgets per profile that override the campaign's.", ManagementFields.Limits),
        Property.Optional("isReservationMandatory", "Redeemable only with a reservation.", new BooleanSchema { Default = false }, false),
        Property.Optional("implicitlyReserved", "Reserved for everyone.", new BooleanSchema(), false),
    ];

    private static readonly IReadOnlyList<Property> Code =
    [
        Property.Optional("validCharacters", "The characters that stand for #; the campaign's, or A-Z and 0-9, when left out.", new ArraySchema(new StringSchema { MinLength = 1, MaxLength = 8 }) { MaxItems = 1000 }),
        Property.Optional("couponPattern", "The pattern; # stands for a random character. The campaign's, or twelve random characters, when left out.", new StringSchema { MinLength = 3, MaxLength = 100 }, "SUMMER-############"),
    ];

    /// <summary>Coupons to be.</summary>
    public static readonly ObjectSchema New = new("NewCoupons", "Coupons to be, alike but for their codes.")
    {
        Properties =
        [
            UsageLimit,
            .. Terms,
            .. Options,
            .. Code,
            Property.Required("numberOfCoupons", "How many.", new IntegerSchema { Minimum = 1, Maximum = CouponSetup.MostAtOnce }, 1),
            Recipient,
            Property.Optional("uniquePrefix", "Ignored.", StringSchema.Text, ""),
        ],
    };

    /// <summary>Coupons to be, one for each of some customers.</summary>
    public static readonly ObjectSchema NewForRecipients = new("NewCouponsForMultipleRecipients", "Coupons to be, one for each of some customers.")
    {
        Properties =
        [
            UsageLimit,
            .. Terms,
            .. Code,
            Property.Required("recipientsIntegrationIds", "The customers.", new ArraySchema(StringSchema.IntegrationId) { MinItems = 1, MaxItems = CouponSetup.MostRecipients }),
        ],
    };

    /// <summary>What a coupon is to be from now on.</summary>
    public static readonly ObjectSchema Update = new("UpdateCoupon", "What changes on a coupon. Dates and recipient are cleared when left out, everything else then stays.")
    {
        Properties = [UsageLimit with { IsRequired = false }, .. Terms, .. Options, Recipient],
    };

    /// <summary>Many coupons to be, created by a job.</summary>
    public static readonly ObjectSchema NewJob = new("NewCouponCreationJob", "Many coupons to be, alike but for their codes.")
    {
        Properties =
        [
            UsageLimit,
            .. Terms.Where(term => term.Name != "attributes"),
            Property.Required("attributes", "Custom attributes.", MapSchema.Free),
            Property.Required("numberOfCoupons", "How many.", new IntegerSchema { Minimum = 1, Maximum = CouponSetup.MostInAJob }, 200000),
            Property.Optional("couponSettings", "How their codes are generated; the campaign's, or twelve random characters, when left out.", CampaignSchemas.CodeGeneratorSettings),
            Property.Optional("isReservationMandatory", "Redeemable only with a reservation.", new BooleanSchema { Default = false }, false),
        ],
    };

    /// <summary>A job that creates coupons.</summary>
    public static readonly ObjectSchema CreationJob = new("AsyncCouponCreationResponse", "A job that creates coupons.")
    {
        Properties =
        [
            Property.Required("batchId", "The batch of all coupons that it creates.", StringSchema.Text, "tqyrgahe"),
            Property.Optional("jobId", "The job, to be watched.", Fields.Id, 12),
        ],
    };

    /// <summary>What all coupons of a campaign or a batch are to be from now on.</summary>
    public static readonly ObjectSchema UpdateBatch = new("UpdateCouponBatch", "What changes on all coupons of a campaign, or of a batch. Dates are cleared when left out, everything else then stays.")
    {
        Properties =
        [
            UsageLimit with { IsRequired = false },
            .. Terms,
            Property.Optional("batchID", "The batch; all coupons of the campaign when left out.", StringSchema.Text, "tqyrgahe"),
        ],
    };

    /// <summary>Coupons to be deleted by a job.</summary>
    public static readonly ObjectSchema NewDeletionJob = new("NewCouponDeletionJob", "Coupons to be deleted by a job.")
    {
        Properties = [Property.Required("filters", "Which ones; all of the campaign when it is empty.", new ObjectSchema("CouponDeletionFilters", "Which coupons are meant; what is left out does not matter.")
        {
            Properties =
            [
                Property.Optional("value", "Those with this text in their code.", StringSchema.Text, "SUMMER"),
                Property.Optional("exactMatch", "Whether value is the whole code.", new BooleanSchema(), false),
                Property.Optional("valid", "Those whose dates have passed, hold, or are to come.", new StringSchema { Enum = ["expired", "validNow", "validFuture"] }, "expired"),
                Property.Optional("usable", "Those with, or without, redemptions left.", new BooleanSchema(), true),
                Property.Optional("redeemed", "Those redeemed at least once, or never.", new BooleanSchema(), false),
                Property.Optional("referralId", "Those that this referral created.", Fields.Id, 7),
                Property.Optional("recipientIntegrationId", "Those for this customer.", StringSchema.Text, "URNGV8294NV"),
                Property.Optional("batchId", "Those of this batch.", StringSchema.Text, "tqyrgahe"),
                .. new[] { "created", "starts", "expires" }.SelectMany(what => new[] { "After", "Before" }.Select(side =>
                    Property.Optional(what + side, $"Bound of the time at which it {(what == "created" ? "was created" : what)}, excluded.", StringSchema.DateTime, "2026-01-24T14:15:22Z"))),
            ],
        })],
    };

    /// <summary>A job that deletes coupons.</summary>
    public static readonly ObjectSchema DeletionJob = new("AsyncCouponDeletionJobResponse", "A job that deletes coupons.")
    {
        Properties = [Property.Required("id", "The job, to be watched.", Fields.Id, 12)],
    };

    /// <summary>Attributes to look for.</summary>
    public static readonly MapSchema AttributeQuery = new(AnySchema.Instance) { Name = "CouponAttributes", Description = "Attributes with the values looked for; others do not matter." };

    /// <summary>Coupons just created.</summary>
    public static readonly ObjectSchema Created = Page.Counted("Coupons", CouponSchemas.Coupon);

    /// <summary>Coupons listed: with valuesOnly nothing but their codes.</summary>
    public static readonly ObjectSchema Listed = Page.Continued("ListedCoupons", new ObjectSchema("ListedCoupon", "A coupon, or with valuesOnly its code.")
    {
        Properties = [.. CouponSchemas.Coupon.Properties.Select(property => property with { IsRequired = property.Name == "value" })],
    });

    /// <summary>Coupons found.</summary>
    public static readonly ObjectSchema Found = Page.Continued("CouponsWithoutTotal", CouponSchemas.Coupon);
}
