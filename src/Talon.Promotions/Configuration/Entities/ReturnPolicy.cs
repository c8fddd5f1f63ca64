using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>Which of the points that an order earned are taken back when it is cancelled, reopened or returned.</summary>
public enum ReturnPolicy
{
    /// <summary>Those that are not active yet.</summary>
    [JsonStringEnumMemberName("only_pending")]
    OnlyPending,

    /// <summary>As many as the customer still has.</summary>
    [JsonStringEnumMemberName("within_balance")]
    WithinBalance,

    /// <summary>All; the customer owes what is missing.</summary>
    [JsonStringEnumMemberName("unlimited")]
    Unlimited,
}
