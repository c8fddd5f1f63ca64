using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>What may carry an additional cost.</summary>
public enum AdditionalCostScope
{
    /// <summary>Sessions.</summary>
    [JsonStringEnumMemberName("session")]
    Session,

    /// <summary>Cart items.</summary>
    [JsonStringEnumMemberName("item")]
    Item,

    /// <summary>Sessions and cart items.</summary>
    [JsonStringEnumMemberName("both")]
    Both,
}
