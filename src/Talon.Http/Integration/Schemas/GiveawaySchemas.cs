namespace Talon.Http;

/// <summary>The published shapes of giveaways.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class GiveawaySchemas
{
    /// <summary>A giveaway that was handed out.</summary>
    public static readonly ObjectSchema Giveaway = new("Giveaway", "A giveaway that was handed out.")
    {
        Properties =
        [
            .. Fields.Entity,
            Property.Required("code", "The code.", StringSchema.Text, "GIVEAWAY1"),
            Property.Required("poolId", "The pool.", Fields.Id, 1),
            Property.Optional("startDate", "Handed out from then on.", StringSchema.DateTime, "2026-11-10T23:00:00Z"),
            Property.Optional("endDate", "No longer handed out from then on.", StringSchema.DateTime, "2027-11-10T23:00:00Z"),
            Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
            Property.Optional("used", "Whether it was handed out.", new BooleanSchema(), true),
            Property.Optional("importId", "The import it came with.", Fields.Id, 4),
            Property.Optional("profileIntegrationId", "Who got it, by integration id.", StringSchema.Text, "R195412"),
            Property.Optional("profileId", "Who got it.", Fields.Id, 1),
        ],
    };
}
