using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>The states of a customer session.</summary>
public enum SessionState
{
    /// <summary>The cart may change.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>The order is placed.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>Some of the order came back.</summary>
    [JsonStringEnumMemberName("partially_returned")]
    PartiallyReturned,

    /// <summary>The order is void.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
