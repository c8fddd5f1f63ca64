using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>The published shapes of what callers send about points and cards.</summary>
/// <remarks>Source: Integration and Management API 26.16.</remarks>
internal static class LoyaltyInputSchemas
{
    private static readonly StringSchema Subledger = new() { MaxLength = LoyaltyService.MaxSubledger };
    private static readonly StringSchema Reason = new() { MaxLength = 255 };
    private static readonly StringSchema Duration = new() { MinLength = 1, MaxLength = 32 };

    private static readonly Property Points = Property.Required("points", "How many, more than 0.", new NumberSchema { Minimum = 0, Maximum = LoyaltyProgramSchemas.MostPoints, Rule = AboveZero }, 300m);
    private static readonly Property Name = Property.Optional("name", "The reason.", Reason, "Compensation");
    private static readonly Property SubledgerId = Property.Optional("subledgerId", "The subledger; the main one when left out.", Subledger, "sub-123");
    private static readonly Property ApplicationId = Property.Optional("applicationId", "An Application that is connected to the programme.", Fields.Id, 322);

    /// <summary>Points to activate.</summary>
    public static readonly ObjectSchema Activate = new("ActivateLoyaltyPoints", "Points to activate, by transaction or by session.")
    {
        Properties =
        [
            Property.Optional("transactionUUIDs", "The transactions.", new ArraySchema(StringSchema.Uuid) { MinItems = 1, MaxItems = 50 }),
            Property.Optional("sessionId", "The session that earned them.", new StringSchema { MinLength = 1 }, "ac08cc3c43470426591ad75b2d685ec04"),
        ],
        Closed = true,
        Rule = OneOfBoth,
    };

    /// <summary>Ledgers to wipe.</summary>
    public static readonly ObjectSchema Wipe = new("DeleteLoyaltyTransactionsRequest", "Ledgers to wipe.")
    {
        Properties =
        [
            Property.Required("scope", "All ledgers, or those that are named.", new StringSchema { Enum = ["AllSubledgers", "SelectedSubledgers"] }, "AllSubledgers"),
            Property.Optional("subledgerIds", "The ledgers; \"\" for the main one.", new ArraySchema(Subledger)),
        ],
        Rule = NamedWhenSelected,
    };

    /// <summary>A card to be.</summary>
    public static readonly ObjectSchema NewCard = new("GenerateLoyaltyCard", "A loyalty card to be.")
    {
        Properties =
        [
            Property.Optional("status", "active, or inactive for one that neither earns nor spends points.", new StringSchema { Enum = ["active", "inactive"], Default = "active" }, "active"),
            Property.Optional("customerProfileIds", "The customers on it.", new ArraySchema(StringSchema.IntegrationId) { MaxItems = 1000 }),
            Property.Optional("cardIdentifier", "The identifier; drawn from the programme's pattern when left out.", LoyaltySchemas.CardIdentifier, "summer-loyalty-card-0543"),
        ],
    };

    /// <summary>A customer on a card.</summary>
    public static readonly ObjectSchema Registration = new("LoyaltyCardRegistration", "A customer to register on a card, or to take off it.")
    {
        Properties = [Property.Required("integrationId", "The customer.", StringSchema.IntegrationId, "R195412")],
    };

    /// <summary>What a card is to be from now on.</summary>
    public static readonly ObjectSchema UpdateCard = new("UpdateLoyaltyCard", "What a card is to be from now on.")
    {
        Properties =
        [
            Property.Required("status", "active, or inactive for one that neither earns nor spends points.", new StringSchema { Enum = ["active", "inactive"] }, "inactive"),
            Property.Optional("blockReason", "Why it is not active.", new StringSchema { MaxLength = 1000 }, "Current card lost. Customer needs a new card."),
        ],
    };

    /// <summary>Points to add by hand.</summary>
    public static readonly ObjectSchema Add = new("AddLoyaltyPoints", "Points to add.")
    {
        Properties =
        [
            Points,
            Name,
            Property.Optional("validityDuration", "How long they last once they are active: a duration, or unlimited.", Duration, "5D"),
            Property.Optional("validUntil", "When they expire; excludes validityDuration.", StringSchema.DateTime, "2027-07-20T22:00:00Z"),
            Property.Optional("pendingDuration", "How long they wait: a duration, immediate or on_action.", Duration, "12h"),
            Property.Optional("pendingUntil", "When they become active; excludes pendingDuration.", StringSchema.DateTime, "2026-12-20T22:00:00Z"),
            SubledgerId,
            ApplicationId,
        ],
    };

    /// <summary>Points to take by hand.</summary>
    public static readonly ObjectSchema Deduct = new("DeductLoyaltyPoints", "Points to take.") { Properties = [Points, Name, SubledgerId, ApplicationId] };

    private static void AboveZero(JsonElement value, Findings findings)
    {
        if (value.TryGetDecimal(out var points) && points == 0)
            findings.Add("minimum", "Value of \"points\" (0) is not more than 0");
    }

    private static void OneOfBoth(JsonElement value, Findings findings)
    {
        if (value.Member("transactionUUIDs") is null == value.Member("sessionId") is null)
            findings.Add("Invalid", "Either \"transactionUUIDs\" or \"sessionId\" is required, and not both");
    }

    private static void NamedWhenSelected(JsonElement value, Findings findings)
    {
        var scope = value.Member("scope") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        var names = value.Member("subledgerIds") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0;
        if (scope == "SelectedSubledgers" && !names)
            findings.Add("required", "\"subledgerIds\" is required with SelectedSubledgers");
        else if (scope == "AllSubledgers" && names)
            findings.Add("Invalid", "\"subledgerIds\" is not allowed with AllSubledgers");
    }
}
