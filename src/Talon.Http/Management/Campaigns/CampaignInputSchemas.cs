namespace Talon.Http;

/// <summary>The published shapes of campaigns as callers send them.</summary>
/// <remarks>Source: contract, section 2.9; the position in the evaluation group is an addition.</remarks>
internal static class CampaignInputSchemas
{
    private static readonly IReadOnlyList<Property> Settings =
    [
        .. CampaignSchemas.Settings,
        Property.Optional("evaluationPosition", "Position inside the evaluation group; the last when a new campaign gives none.", new IntegerSchema { Minimum = 0, Maximum = 1_000_000 }, 0),
    ];

    /// <summary>A campaign to be.</summary>
    public static readonly ObjectSchema New = new("NewCampaign", "A campaign to be.") { Properties = Settings };

    /// <summary>What a campaign is to be from now on.</summary>
    public static readonly ObjectSchema Update = new("UpdateCampaign", "What a campaign is to be from now on. What is left out is cleared, but for state, features, type, ruleset, evaluation group and position.")
    {
        Properties = [.. Settings.Select(setting => setting with { IsRequired = setting.Name is "name" or "tags" or "limits" })],
    };
}
