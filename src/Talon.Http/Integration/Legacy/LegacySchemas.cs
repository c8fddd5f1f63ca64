namespace Talon.Http;

/// <summary>The shapes of the first version of the API, which older SDKs still use.</summary>
/// <remarks>Source: the npm package <c>talon_one</c> 4.3.0.</remarks>
internal static class LegacySchemas
{
    private static readonly StringSchema State = new() { Enum = ["open", "closed", "partially_returned", "cancelled"], Default = "open" };

    private static readonly ObjectSchema Session = new("CustomerSession", "A customer session.")
    {
        Properties =
        [
            Property.Required("integrationId", "The id chosen by the integrator; \"\" where there is no session.", Fields.ProfileId, "my_session_id"),
            Property.Required("created", "When it came into being.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
            Property.Required("profileId", "The customer's id; \"\" for an anonymous one.", Fields.ProfileId, "URNGV8294NV"),
            Property.Required("coupon", "The first code entered; \"\" for none.", StringSchema.Text, "XMAS20"),
            Property.Required("referral", "The referral code entered; \"\" for none.", StringSchema.Text, "NT2K54D9"),
            Property.Required("state", "Its state.", State, "open"),
            Property.Required("cartItems", "The lines.", new ArraySchema(CartItemSchemas.CartItem)),
            Property.Optional("identifiers", "Device or address identifiers.", new ArraySchema(StringSchema.Text)),
            Property.Required("total", "Items and all additional costs, before discounts.", new NumberSchema(), 134.99m),
            Property.Required("attributes", "Custom attributes.", MapSchema.Free),
            Property.Required("firstSession", "First session of the profile; true when anonymous.", new BooleanSchema(), true),
            Property.Required("discounts", "The discounts on the session, by their names.", new MapSchema(new NumberSchema())),
        ],
    };

    private static readonly ObjectSchema Profile = new("LegacyCustomerProfile", "A customer.")
    {
        Properties =
        [
            Property.Required("integrationId", "The id chosen by the integrator; \"\" for an anonymous customer.", Fields.ProfileId, "URNGV8294NV"),
            Property.Required("created", "When it came into being.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("attributes", "Attributes.", MapSchema.Free),
            Property.Required("accountId", "The owning account.", Fields.Id, 1),
            Property.Required("closedSessions", "Closed sessions.", Fields.Count, 3),
            Property.Required("totalSales", "Spend before discounts.", new NumberSchema(), 299.99m),
            Property.Required("lastActivity", "Last event that was not dry.", StringSchema.DateTime, "2026-02-08T14:15:20Z"),
        ],
    };

    private static readonly ObjectSchema Event = EventSchemas.Event.With(
        "LegacyEvent",
        "An event.",
        Property.Required("ledgerEntries", "Always empty: the points stand among the effects.", new ArraySchema(MapSchema.Free)));

    /// <summary>The answer of all three calls.</summary>
    public static readonly ObjectSchema IntegrationState = new("IntegrationState", "What a call led to; the effects stand in the event.")
    {
        Properties =
        [
            Property.Required("session", "The session.", Session),
            Property.Required("profile", "The customer.", Profile),
            Property.Required("event", "The event, with its effects in the older form.", Event),
        ],
    };

    /// <summary>A session as it is sent.</summary>
    public static readonly ObjectSchema NewCustomerSession = new("NewCustomerSession", "A customer session as it is sent. What is left out keeps its value.")
    {
        Properties =
        [
            Property.Optional("profileId", "The customer's id; \"\" for an anonymous one.", Fields.ProfileId, "URNGV8294NV"),
            Property.Optional("coupon", "The code entered; \"\" clears.", Fields.Code, "XMAS20"),
            Property.Optional("referral", "The referral code entered; \"\" clears.", Fields.Code, "NT2K54D9"),
            Property.Optional("state", "The state asked for.", State, "open"),
            Property.Optional("cartItems", "The lines; at most 1,000, and 10,000 units.", SessionSchemas.CartItems),
            Property.Optional("identifiers", "Device or address identifiers, at most 5.", new ArraySchema(StringSchema.Text) { MaxItems = 5 }),
            Property.Optional("total", "Passed over: the total is the sum of the lines.", Fields.Amount, 134.99m),
            Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
        ],
    };

    /// <summary>A profile as it is sent.</summary>
    public static readonly ObjectSchema NewCustomerProfile = new("NewCustomerProfile", "A customer as it is sent.")
    {
        Properties = [Property.Optional("attributes", "Attributes to set; merged by name.", MapSchema.Free)],
    };

    /// <summary>An event as it is sent.</summary>
    public static readonly ObjectSchema NewEvent = new("NewEvent", "An event as it is sent.")
    {
        Properties =
        [
            Property.Optional("profileId", "The customer; the session's when left out.", Fields.ProfileId, "URNGV8294NV"),
            Property.Optional("storeIntegrationId", "The store's id.", StringSchema.IntegrationId, "STORE-001"),
            Property.Required("type", "The event type; one that was set up.", new StringSchema { MinLength = 1 }, "pageViewed"),
            Property.Required("attributes", "Attributes, defined for the event type beforehand.", MapSchema.Free),
            Property.Required("sessionId", "The session in which it happened.", StringSchema.IntegrationId, "my_session_id"),
        ],
    };
}
