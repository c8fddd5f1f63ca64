namespace Talon.Http;

/// <summary>The published shapes of returns.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class ReturnSchemas
{
    private const int MaxLines = 1000;
    private const int MaxUnits = 10_000;

    private static readonly ObjectSchema ReturnedCartItem = new("ReturnedCartItem", "Units of one line.")
    {
        Properties =
        [
            Property.Optional("position", "The line's index.", new IntegerSchema { Minimum = 0, Maximum = MaxLines }, 0),
            Property.Optional("quantity", "How many; all that are left by default.", new IntegerSchema { Minimum = 1, Maximum = MaxUnits }, 1),
            Property.Optional("sku", "The line's sku, instead of its index.", new StringSchema { MinLength = 1 }, "rdbs-1111"),
        ],
    };

    /// <summary>The request.</summary>
    public static readonly ObjectSchema Request = new("ReturnIntegrationRequest", "Lines to return, and what the answer should hold.")
    {
        Properties =
        [
            Property.Required("return", "The return.", new ObjectSchema("NewReturn", "Lines to return.")
            {
                Properties = [Property.Required("returnedCartItems", "The lines.", new ArraySchema(ReturnedCartItem) { MaxItems = MaxLines })],
            }),
            Property.Optional("responseContent", "Optional blocks of the answer.", ResponseContents.Return),
        ],
    };

    /// <summary>A return.</summary>
    public static readonly ObjectSchema Return = new("Return", "A return.")
    {
        Properties =
        [
            .. Fields.Entity,
            Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
            Property.Required("accountId", "The owning account.", Fields.Id, 1),
            Property.Required("returnedCartItems", "The lines returned.", new ArraySchema(ReturnedCartItem)),
            Property.Required("eventId", "The event that it produced.", Fields.Id, 123),
            Property.Required("sessionId", "The session.", Fields.Id, 123),
            Property.Required("sessionIntegrationId", "The session's id, chosen by the integrator.", StringSchema.Text, "175KJPS947296"),
            Property.Optional("profileId", "The profile.", Fields.Id, 123),
            Property.Optional("profileIntegrationId", "The profile's id, chosen by the integrator.", StringSchema.Text, "URNGV8294NV"),
            Property.Optional("createdBy", "Who made it.", Fields.Id, 1),
        ],
    };
}
