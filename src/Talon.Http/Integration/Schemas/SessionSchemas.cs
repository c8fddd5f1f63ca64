using System.Text.Json;

namespace Talon.Http;

/// <summary>The published shapes of customer sessions.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class SessionSchemas
{
    /// <summary>Most lines of a cart.</summary>
    public const int MaxItems = 1000;

    /// <summary>Most units over all lines of a cart.</summary>
    public const int MaxUnits = 10_000;

    private static readonly ObjectSchema ExperimentVariantAllocation = new("ExperimentVariantAllocation", "A variant of an experiment, chosen beforehand.")
    {
        Properties =
        [
            Property.Required("experimentID", "The experiment.", Fields.Id, 1),
            Property.Required("variantID", "The variant.", Fields.Id, 2),
        ],
    };

    /// <summary>The lines of a cart as they are sent.</summary>
    public static readonly ArraySchema CartItems = new(CartItemSchemas.CartItem) { MaxItems = MaxItems, Rule = LimitUnits };

    /// <summary>What a caller sends of a session.</summary>
    public static readonly ObjectSchema NewCustomerSession = new("NewCustomerSessionV2", "A customer session as it is sent. What is left out keeps its value.")
    {
        Properties =
        [
            Property.Optional("profileId", "The customer's id; \"\" for an anonymous one.", Fields.ProfileId, "URNGV8294NV"),
            Property.Optional("storeIntegrationId", "The store's id.", StringSchema.IntegrationId, "STORE-001"),
            Property.Optional("evaluableCampaignIds", "Dry requests only: evaluate these campaigns alone, even disabled ones.", new ArraySchema(Fields.Id)),
            Property.Optional("couponCodes", "Codes entered; an empty list clears.", new ArraySchema(Fields.Code) { MaxItems = MaxItems }),
            Property.Optional("referralCode", "Referral code entered; \"\" clears.", Fields.Code, "NT2K54D9"),
            Property.Optional("loyaltyCards", "At most one loyalty card identifier.", new ArraySchema(StringSchema.Text) { MaxItems = 1 }),
            Property.Optional("state", "The state asked for.", new StringSchema { Enum = ["open", "closed", "partially_returned", "cancelled"], Default = "open" }, "open"),
            Property.Optional("cartItems", "The lines; at most 1,000, and 10,000 units.", CartItems),
            Property.Optional("experimentVariantAllocations", "Variants of experiments, chosen beforehand.", new ArraySchema(ExperimentVariantAllocation)),
            Property.Optional("additionalCosts", "Additional costs by API name.", new MapSchema(CartItemSchemas.AdditionalCost)),
            Property.Optional("identifiers", "Device or address identifiers, at most 5.", new ArraySchema(StringSchema.Text) { MaxItems = 5 }),
            Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
        ],
    };

    /// <summary>A stored session.</summary>
    public static readonly ObjectSchema CustomerSession = NewCustomerSession.With(
        "CustomerSessionV2",
        "A customer session. Totals are before discounts.",
        [
            .. Fields.Entity,
            Property.Required("integrationId", "The id chosen by the integrator.", StringSchema.IntegrationId, "my_session_id"),
            Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
            Property.Required("profileId", "The customer's id; \"\" for an anonymous one.", Fields.ProfileId, "URNGV8294NV"),
            Property.Required("state", "Its state.", new StringSchema { Enum = ["open", "closed", "partially_returned", "cancelled"] }, "open"),
            Property.Required("cartItems", "The lines as they were sent.", new ArraySchema(CartItemSchemas.CartItem)),
            Property.Required("attributes", "Custom attributes.", MapSchema.Free),
            Property.Required("firstSession", "First session of the profile; true when anonymous.", new BooleanSchema(), true),
            Property.Required("updateCount", "Number of updates, from 1.", new IntegerSchema { Minimum = 1 }, 3),
            Property.Required("total", "Items and all additional costs.", new NumberSchema(), 134.99m),
            Property.Required("cartItemTotal", "Sum of price times quantity.", new NumberSchema(), 99.99m),
            Property.Required("additionalCostTotal", "Sum of the session's additional costs.", new NumberSchema(), 20m),
            Property.Required("cartItemAdditionalCostTotal", "Sum of the lines' additional costs.", new NumberSchema(), 15m),
            Property.Required("updated", "When it was last updated.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
        ]);

    /// <summary>The request of a session update.</summary>
    public static readonly ObjectSchema IntegrationRequest = new("IntegrationRequest", "A session to create or update, and what the answer should hold.")
    {
        Properties =
        [
            Property.Required("customerSession", "The session.", NewCustomerSession),
            Property.Optional("responseContent", "Optional blocks of the answer.", ResponseContents.Session),
        ],
    };

    private static void LimitUnits(JsonElement items, Findings findings)
    {
        var units = 0m;
        foreach (var item in items.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("quantity", out var quantity)
                && quantity.ValueKind == JsonValueKind.Number && quantity.TryGetInt64(out var number))
                units += number;
        if (units > MaxUnits)
            findings.Add("maximum", FormattableString.Invariant($"The quantities in \"cartItems\" sum to {units}; the maximum is {MaxUnits}"));
    }
}
