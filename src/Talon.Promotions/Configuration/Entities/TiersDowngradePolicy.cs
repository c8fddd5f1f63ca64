using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>Where a customer lands when a tier expires.</summary>
public enum TiersDowngradePolicy
{
    /// <summary>One tier below.</summary>
    [JsonStringEnumMemberName("one_down")]
    OneDown,

    /// <summary>In the tier of the active points.</summary>
    [JsonStringEnumMemberName("balance_based")]
    BalanceBased,
}
