using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>How an Application stores and compares coupon and referral codes.</summary>
public enum CaseSensitivity
{
    /// <summary>As written.</summary>
    [JsonStringEnumMemberName("sensitive")]
    Sensitive,

    /// <summary>In upper case.</summary>
    [JsonStringEnumMemberName("insensitive-uppercase")]
    InsensitiveUppercase,

    /// <summary>In lower case.</summary>
    [JsonStringEnumMemberName("insensitive-lowercase")]
    InsensitiveLowercase,
}
