using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>From when the life of a tier is counted.</summary>
public enum TiersExpirationPolicy
{
    /// <summary>From when the customer reached it.</summary>
    [JsonStringEnumMemberName("tier_start_date")]
    TierStartDate,

    /// <summary>In cycles from when the customer joined the programme.</summary>
    [JsonStringEnumMemberName("program_join_date")]
    ProgramJoinDate,

    /// <summary>In cycles from an attribute of the customer. Not offered: such tiers are held for ever.</summary>
    [JsonStringEnumMemberName("customer_attribute")]
    CustomerAttribute,

    /// <summary>In cycles from a date that is the same for all.</summary>
    [JsonStringEnumMemberName("absolute_expiration")]
    AbsoluteExpiration,
}
