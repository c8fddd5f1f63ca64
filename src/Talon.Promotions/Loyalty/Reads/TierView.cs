namespace Talon.Promotions;

/// <summary>The tier of a ledger, as the API shows it.</summary>
/// <param name="program">The programme.</param>
/// <param name="account">The account.</param>
/// <param name="ledger">The ledger at that moment.</param>
/// <param name="at">When.</param>
internal sealed class TierView(LoyaltyProgram program, LoyaltyAccount account, Ledger ledger, DateTimeOffset at)
{
    private readonly Tiers _tiers = new(program);
    private readonly HeldTier? _held = program.Tiers.Count == 0 ? null : new Tiers(program).Now(ledger, account.Joined(program, at), at);

    /// <summary>The tier held; null for none.</summary>
    public Tier? Current => _held is { } held ? Show(held) : null;

    /// <summary>The next tier and how many points are missing to it; null at the top, and where there are none.</summary>
    public (string Name, decimal Missing)? Next => program.Tiers.Count > 0 && _tiers.Next(_held) is { } next
        ? (next.Name, RuleEngine.Amounts.Normalise(Math.Max(0, next.MinPoints - ledger.Balance.Active)))
        : null;

    /// <summary>The tier once the present one ends; null when it never does.</summary>
    public ProjectedTier? Projected
    {
        get
        {
            if (_held is not { Until: { } end } held)
                return null;
            var then = new Ledger(ledger.Row with { Tier = held, Reckoned = at }, end);
            var next = _tiers.Now(then, account.Joined(program, end), end);
            var kept = _tiers.Find(held.TierId)!.MinPoints;
            var points = then.Balance.Active;
            return new ProjectedTier(RuleEngine.Amounts.Normalise(points), points < kept ? RuleEngine.Amounts.Normalise(kept - points) : null, next is null ? null : _tiers.Find(next.TierId)!.Name);
        }
    }

    /// <summary>A balance with what was asked for.</summary>
    public LoyaltyBalance AddTo(LoyaltyBalance balance, BalanceQuery query)
    {
        if (query.Tiers)
            balance = balance with { CurrentTier = Current, NextTierName = Next?.Name, PointsToNextTier = Next?.Missing };
        return query.ProjectedTier ? balance with { ProjectedTier = Projected } : balance;
    }

    private Tier Show(HeldTier held)
    {
        var tier = _tiers.Find(held.TierId)!;
        return new Tier
        {
            Id = tier.Id,
            Name = tier.Name,
            StartDate = InZone(held.Since),
            ExpiryDate = held.Until is { } end ? InZone(end) : null,
            DowngradePolicy = held.Until is null ? null : program.TiersDowngradePolicy == TiersDowngradePolicy.OneDown ? "one_down" : "balance_based",
        };
    }

    private DateTimeOffset InZone(DateTimeOffset time) => time == DateTimeOffset.MaxValue ? time : TimeZoneInfo.ConvertTime(time, program.Zone());
}
