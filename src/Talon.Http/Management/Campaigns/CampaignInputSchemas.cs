namespace Talon.Http;

/// <summary>The published shapes of campaigns as callers send them.</summary>
/// <remarks>Source: Management API 26.16; the position in the evaluation group is an addition.</remarks>
internal static class CampaignInputSchemas
{
    /// <summary>A campaign to be.</summary>
    public static readonly ObjectSchema New = new("NewCampaign", "A campaign to be.") { Properties = CampaignSchemas.Settings };

    /// <summary>What a campaign is to be from now on.</summary>
    public static readonly ObjectSchema Update = new("UpdateCampaign", "What a campaign is to be from now on. What is left out is cleared, but for state, features, type, ruleset, evaluation group and position.")
    {
        Properties = [.. CampaignSchemas.Settings.Select(setting => setting with { IsRequired = setting.Name is "name" or "tags" or "limits" })],
    };

    /// <summary>Where a campaign is to be copied to, and what of it is to be different.</summary>
    public static readonly ObjectSchema Copy = new("CampaignCopy", "Where a campaign is to be copied to, and what is to be different.")
    {
        Properties =
        [
            Property.Required("applicationIds", "The Applications that get a copy each.", new ArraySchema(Fields.Id) { MinItems = 1, MaxItems = 100 }),
            Property.Optional("name", "The name; \"Copy of\" and the old one when left out.", new StringSchema { MinLength = 1 }, "Copy of Summer promotions"),
            .. CampaignSchemas.Settings.Where(setting => setting.Name is "description" or "startTime" or "endTime" or "tags" or "evaluationGroupId").Select(setting => setting with { IsRequired = false }),
        ],
    };

    /// <summary>Attributes to look for.</summary>
    public static readonly ObjectSchema Search = new("CampaignSearch", "Attributes to look for.")
    {
        Properties = [Property.Required("attributes", "Attributes with the values looked for; others do not matter.", MapSchema.Free)],
    };
}
