using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>What a ledger entry records.</summary>
internal enum LedgerEntryKind
{
    /// <summary>Points came.</summary>
    [JsonStringEnumMemberName("addition")]
    Addition,

    /// <summary>Points were spent.</summary>
    [JsonStringEnumMemberName("deduction")]
    Deduction,

    /// <summary>Points expired.</summary>
    [JsonStringEnumMemberName("expiry")]
    Expiry,

    /// <summary>Points that waited became active.</summary>
    [JsonStringEnumMemberName("activation")]
    Activation,

    /// <summary>The last day of points was moved.</summary>
    [JsonStringEnumMemberName("expiryChange")]
    ExpiryChange,

    /// <summary>Points that had come were taken back.</summary>
    [JsonStringEnumMemberName("additionRollback")]
    AdditionRollback,

    /// <summary>Points that had been spent came back.</summary>
    [JsonStringEnumMemberName("deductionRollback")]
    DeductionRollback,
}
