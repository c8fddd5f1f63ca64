namespace Talon.Http;

/// <summary>The published shapes of campaigns as callers send them.</summary>
/// <remarks>Source: contract, section 2.9; the position in the evaluation group is an addition.</remarks>
internal static class CampaignInputSchemas
{
    /// <summary>A campaign to be.</summary>
    public static readonly ObjectSchema New = new("NewCampaign", "A campaign to be.") { Properties = CampaignSchemas.Settings };

    /// <summary>What a campaign is to be from now on.</summary>
    public static readonly ObjectSchema Update = new("UpdateCampaign", "What a campaign is to be from now on. What is left out is cleared, but for state, features, type, ruleset, evaluation group and position.")
    {
        Properties = [.. CampaignSchemas.Settings.Select(setting => setting with { IsRequired = setting.Name is "name" or "tags" or "limits" })],
    };
}
