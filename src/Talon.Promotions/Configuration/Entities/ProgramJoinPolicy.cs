using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>When a customer joins a loyalty programme.</summary>
public enum ProgramJoinPolicy
{
    /// <summary>Only when asked to.</summary>
    [JsonStringEnumMemberName("not_join")]
    NotJoin,

    /// <summary>When the first points become active.</summary>
    [JsonStringEnumMemberName("points_activated")]
    PointsActivated,

    /// <summary>With the first points, active or not.</summary>
    [JsonStringEnumMemberName("points_earned")]
    PointsEarned,
}
