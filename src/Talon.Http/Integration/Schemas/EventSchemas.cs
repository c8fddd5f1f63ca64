namespace Talon.Http;

/// <summary>The published shapes of events.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class EventSchemas
{
    private static readonly StringSchema NotEmpty = new() { MinLength = 1 };

    private static readonly IReadOnlyList<Property> Happened =
    [
        .. Fields.Entity,
        Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
        Property.Optional("profileId", "The customer's id; \"\" for an anonymous one.", Fields.ProfileId, "URNGV8294NV"),
        Property.Optional("storeIntegrationId", "The store's id.", StringSchema.IntegrationId, "STORE-001"),
        Property.Required("type", "What happened.", NotEmpty, "pageViewed"),
        Property.Required("attributes", "Attributes.", MapSchema.Free),
        Property.Required("effects", "Effects in the older form: [campaignId, rulesetId, ruleIndex, [effectType, values...]].", new ArraySchema(new ArraySchema(AnySchema.Instance))),
        Property.Optional("integrationId", "The id chosen by the integrator.", NotEmpty, "175KJPS947296"),
    ];

    private static readonly IReadOnlyList<Property> Common =
    [
        Property.Optional("storeIntegrationId", "The store's id.", StringSchema.IntegrationId, "STORE-001"),
        Property.Optional("evaluableCampaignIds", "Dry requests only: evaluate these campaigns alone, even disabled ones.", new ArraySchema(Fields.Id)),
        Property.Required("type", "The event type; one that was set up.", NotEmpty, "pageViewed"),
        Property.Optional("attributes", "Attributes, defined for the event type beforehand.", MapSchema.Free),
        Property.Optional("loyaltyCards", "At most one loyalty card.", new ArraySchema(StringSchema.Text) { MaxItems = 1 }),
    ];

    /// <summary>An event.</summary>
    public static readonly ObjectSchema Event = new("Event", "An event.")
    {
        Properties = [.. Happened, Property.Optional("sessionId", "The session's id.", StringSchema.Text, "175KJPS947296")],
    };

    /// <summary>An advanced event.</summary>
    public static readonly ObjectSchema AdvancedEvent = new("EventV3", "An event that can be read by its id.")
    {
        Properties = [.. Happened, Property.Optional("connectedSessionId", "The closed session that it is connected to.", NotEmpty, "175KJPS947296")],
    };

    /// <summary>The request that tracks an event.</summary>
    public static readonly ObjectSchema Request = new("IntegrationEventV2Request", "An event, and what the answer should hold.")
    {
        Properties =
        [
            // The schema of the API has it optional, its text does not.
            Property.Required("profileId", "The customer.", Fields.ProfileId, "URNGV8294NV"),
            .. Common,
            Property.Optional("responseContent", "Optional blocks of the answer.", ResponseContents.Event),
        ],
    };

    /// <summary>The request that tracks an advanced event.</summary>
    public static readonly ObjectSchema AdvancedRequest = new("IntegrationEventV3Request", "An advanced event, and what the answer should hold.")
    {
        Properties =
        [
            Property.Required("profileId", "The customer.", Fields.ProfileId, "URNGV8294NV"),
            Property.Required("integrationId", "The id chosen by the integrator; may be used once.", StringSchema.IntegrationId, "pe_12345"),
            Property.Optional("connectedSessionId", "A closed session, whose cart the rules look at.", StringSchema.IntegrationId, "175KJPS947296"),
            .. Common,
            Property.Optional("responseContent", "Optional blocks of the answer.", ResponseContents.AdvancedEvent),
        ],
    };
}
