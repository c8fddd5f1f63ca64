using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>The stored states of a campaign.</summary>
public enum CampaignState
{
    /// <summary>It runs within its schedule.</summary>
    [JsonStringEnumMemberName("enabled")]
    Enabled,

    /// <summary>It does not run.</summary>
    [JsonStringEnumMemberName("disabled")]
    Disabled,

    /// <summary>It does not run and is kept for its history.</summary>
    [JsonStringEnumMemberName("archived")]
    Archived,
}
