using System.Text.Json;
using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>A row of a log of points of whatever kind; what is not about points stays as it is.</summary>
internal sealed record ForgettableRow
{
    /// <summary>What was done to points.</summary>
    public PointsReceipt? Points { get; init; }

    /// <summary>All other members.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
