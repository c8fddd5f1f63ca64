using System.Text.Json;

namespace Talon.Http;

/// <summary>The published shapes of audiences.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class AudienceSchemas
{
    private const int MostActions = 1000;

    private static readonly Property Name = Property.Required("name", "Display name.", new StringSchema { MinLength = 1 }, "Travel audience");
    private static readonly Property Subscriptions = Property.Optional("subscribedApplicationsIds", "The Applications where it exists; empty for all.", new ArraySchema(Fields.Id) { Rule = RefuseRepeats });

    private static readonly ObjectSchema Action = new("CustomerProfileAudienceRequestItem", "A customer who is to join or leave an audience.")
    {
        Properties =
        [
            Property.Required("action", "To join or to leave.", new StringSchema { Enum = ["add", "delete"] }, "add"),
            Property.Required("profileIntegrationId", "The customer.", StringSchema.IntegrationId, "R195412"),
            Property.Required("audienceId", "The audience.", Fields.Id, 748),
        ],
    };

    /// <summary>An audience to be.</summary>
    public static readonly ObjectSchema New = new("NewAudience", "An audience to be.")
    {
        Properties =
        [
            Name,
            Property.Optional("sandbox", "Kept as sent.", new BooleanSchema(), true),
            Property.Optional("description", "Free text.", StringSchema.Text, "Travel audience 18-27"),
            Subscriptions,
            Property.Optional("integration", "The platform that it comes from.", StringSchema.Text, "mparticle"),
            Property.Optional("integrationId", "Its id on that platform, unique there.", StringSchema.IntegrationId, "382370BKDB946"),
            Property.Optional("createdIn3rdParty", "Kept as sent.", new BooleanSchema(), false),
            Property.Optional("lastUpdate", "When its members changed last.", StringSchema.DateTime, "2026-04-26T11:02:38Z"),
        ],
    };

    /// <summary>What changes on an audience.</summary>
    public static readonly ObjectSchema Update = new("UpdateAudience", "What changes on an audience.") { Properties = [Name, Subscriptions] };

    /// <summary>An audience.</summary>
    public static readonly ObjectSchema Audience = New.With("Audience", "An audience.", [.. Fields.Entity, ManagementFields.Account]);

    /// <summary>Customers who are to join or leave audiences.</summary>
    public static readonly ObjectSchema Actions = new("CustomerProfileAudienceRequest", "Customers who are to join or leave audiences, at most 1,000.")
    {
        Properties = [Property.Optional("data", "The customers; of several actions on one membership the last one counts.", new ArraySchema(Action) { MaxItems = MostActions })],
    };

    /// <summary>Attributes to set.</summary>
    public static readonly MapSchema Attributes = new(AnySchema.Instance) { Name = "AttributeQuery", Description = "Attributes to set, by name." };

    private static void RefuseRepeats(JsonElement ids, Findings findings)
    {
        var seen = new HashSet<string>();
        if (!ids.EnumerateArray().All(id => seen.Add(id.GetRawText())))
            findings.Add("uniqueItems", $"\"{findings.Subject}\" names something twice");
    }
}
