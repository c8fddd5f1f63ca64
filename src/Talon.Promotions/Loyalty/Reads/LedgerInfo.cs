namespace Talon.Promotions;

/// <summary>The points of a ledger, with the names of the API.</summary>
public sealed record LedgerInfo
{
    /// <summary>Points that can be spent.</summary>
    public required decimal CurrentBalance { get; init; }

    /// <summary>Points that are to become active.</summary>
    public required decimal PendingBalance { get; init; }

    /// <summary>Points owed.</summary>
    public required decimal NegativeBalance { get; init; }

    /// <summary>Deprecated in the API; always 0.</summary>
    public decimal ExpiredBalance { get; init; }

    /// <summary>Deprecated in the API; always 0.</summary>
    public decimal SpentBalance { get; init; }

    /// <summary>Points that can be spent, with what the open session gives and takes.</summary>
    public required decimal TentativeCurrentBalance { get; init; }

    /// <summary>Points that are to become active, with those of the open session.</summary>
    public required decimal TentativePendingBalance { get; init; }

    /// <summary>Points owed, with what the open session gives and takes.</summary>
    public required decimal TentativeNegativeBalance { get; init; }

    /// <summary>The tier held.</summary>
    public Tier? CurrentTier { get; init; }

    /// <summary>How many active points are missing to the next tier.</summary>
    public decimal? PointsToNextTier { get; init; }

    /// <summary>The next tier; null at the top.</summary>
    public string? NextTierName { get; init; }

    internal bool IsZero => (CurrentBalance, PendingBalance, NegativeBalance, TentativeCurrentBalance, TentativePendingBalance, TentativeNegativeBalance) == default;
}
