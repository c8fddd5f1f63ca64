namespace Talon.Promotions;

/// <summary>The points of a ledger, with the names of the API; tiers where they were asked for.</summary>
public sealed record LoyaltyBalance
{
    /// <summary>Points that can be spent.</summary>
    public required decimal ActivePoints { get; init; }

    /// <summary>Points that are to become active.</summary>
    public required decimal PendingPoints { get; init; }

    /// <summary>Points spent.</summary>
    public required decimal SpentPoints { get; init; }

    /// <summary>Points expired.</summary>
    public required decimal ExpiredPoints { get; init; }

    /// <summary>Points owed.</summary>
    public required decimal NegativePoints { get; init; }

    /// <summary>The tier held.</summary>
    public Tier? CurrentTier { get; init; }

    /// <summary>The tier to be expected.</summary>
    public ProjectedTier? ProjectedTier { get; init; }

    /// <summary>How many active points are missing to the next tier.</summary>
    public decimal? PointsToNextTier { get; init; }

    /// <summary>The next tier; null at the top.</summary>
    public string? NextTierName { get; init; }

    internal static LoyaltyBalance Of(LedgerBalance balance) => new()
    {
        ActivePoints = RuleEngine.Amounts.Normalise(balance.Active),
        PendingPoints = RuleEngine.Amounts.Normalise(balance.Pending),
        SpentPoints = RuleEngine.Amounts.Normalise(balance.Spent),
        ExpiredPoints = RuleEngine.Amounts.Normalise(balance.Expired),
        NegativePoints = RuleEngine.Amounts.Normalise(balance.Negative),
    };
}

/// <summary>The points of an account.</summary>
/// <param name="Balance">The main ledger; null when another one was asked for.</param>
/// <param name="SubledgerBalances">The others by id.</param>
public sealed record LoyaltyBalances(LoyaltyBalance? Balance, IReadOnlyDictionary<string, LoyaltyBalance> SubledgerBalances);
