namespace Talon.Http;

/// <summary>The published shapes of customer profiles.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class ProfileSchemas
{
    private static readonly ObjectSchema AudienceMembership = new("AudienceMembership", "An audience that a customer is in.")
    {
        Properties =
        [
            Property.Required("id", "The audience.", Fields.Id, 2),
            Property.Required("name", "Its name.", StringSchema.Text, "Travel audience"),
        ],
    };

    private static readonly ObjectSchema AudiencesChanges = new("ProfileAudiencesChanges", "Audiences to join and to leave.")
    {
        Properties =
        [
            Property.Required("adds", "Ids of audiences to join.", new ArraySchema(Fields.Id)),
            Property.Required("deletes", "Ids of audiences to leave.", new ArraySchema(Fields.Id)),
        ],
    };

    /// <summary>A stored profile.</summary>
    public static readonly ObjectSchema CustomerProfile = new("CustomerProfile", "A customer.")
    {
        Properties =
        [
            .. Fields.Entity,
            Property.Required("integrationId", "The id chosen by the integrator.", StringSchema.IntegrationId, "URNGV8294NV"),
            Property.Required("attributes", "Attributes.", MapSchema.Free),
            Property.Required("accountId", "The owning account.", Fields.Id, 31),
            Property.Required("closedSessions", "Closed sessions, without cancelled and reopened ones.", Fields.Count, 3),
            Property.Required("totalSales", "Spend before discounts, without cancelled, reopened and returned orders.", new NumberSchema(), 299.99m),
            Property.Optional("audienceMemberships", "Audiences the customer is in.", new ArraySchema(AudienceMembership)),
            Property.Required("lastActivity", "Last event that was not dry.", StringSchema.DateTime, "2026-02-08T14:15:20Z"),
            Property.Optional("sandbox", "Live or sandbox.", new BooleanSchema(), false),
        ],
    };

    /// <summary>The request of an update of many profiles.</summary>
    public static readonly ObjectSchema Many = new("MultipleCustomerProfileIntegrationRequest", "Profiles to create or update, at most 1,000.")
    {
        Properties =
        [
            Property.Optional("customerProfiles", "The profiles.", new ArraySchema(new ObjectSchema("MultipleCustomerProfileIntegrationRequestItem", "A profile to create or update.")
            {
                Properties =
                [
                    Property.Required("integrationId", "The id chosen by the integrator.", StringSchema.IntegrationId, "R195412"),
                    Property.Optional("attributes", "Attributes to set; merged by name.", MapSchema.Free),
                    Property.Optional("audiencesChanges", "Audiences to join and to leave.", AudiencesChanges),
                ],
            }) { MaxItems = 1000 }),
        ],
    };

    /// <summary>The request of a profile update.</summary>
    public static readonly ObjectSchema Request = new("CustomerProfileIntegrationRequestV2", "A profile to create or update, and what the answer should hold.")
    {
        Properties =
        [
            Property.Optional("attributes", "Attributes to set; merged by name.", MapSchema.Free),
            Property.Optional("evaluableCampaignIds", "Dry requests only: evaluate these campaigns alone, even disabled ones.", new ArraySchema(Fields.Id)),
            Property.Optional("audiencesChanges", "Audiences to join and to leave.", AudiencesChanges),
            Property.Optional("responseContent", "Optional blocks of the answer; only with runRuleEngine=true.", ResponseContents.Profile),
        ],
    };
}
