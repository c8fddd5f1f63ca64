using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Effects that move the last day of points.</summary>
internal static class PointsExpiry
{
    /// <summary>The ledger whose points an effect moves; null for other effects.</summary>
    public static LedgerKey? Ledger(EffectProps props) => props switch
    {
        ExtendLoyaltyPointsExpiryDateProps extend => new(extend.ProgramId, extend.SubLedgerId),
        SetLoyaltyPointsExpiryDateProps set => new(set.ProgramId, set.SubLedgerId),
        _ => null,
    };

    /// <summary>The transactions that an effect moves, once it names them.</summary>
    public static IReadOnlyList<LoyaltyLedgerEntryExpiryDateChange> Moved(EffectProps props) => props switch
    {
        ExtendLoyaltyPointsExpiryDateProps extend => extend.AffectedTransactions ?? [],
        SetLoyaltyPointsExpiryDateProps set => set.AffectedTransactions ?? [],
        _ => [],
    };

    /// <summary>The effect with the transactions that it moves: active and pending ones, and when the day is set also those that never expire.</summary>
    public static EffectProps Complete(EffectProps props, LedgerRow ledger, TimeZoneInfo zone, DateTimeOffset now)
    {
        var open = ledger.Lots.Where(lot => !lot.IsExpired(now));
        if (props is SetLoyaltyPointsExpiryDateProps set)
            return set with { AffectedTransactions = [.. open.Select(lot => new LoyaltyLedgerEntryExpiryDateChange(lot.Id, set.NewExpiryDate, lot.Until))] };
        var extend = (ExtendLoyaltyPointsExpiryDateProps)props;
        var duration = Duration.Parse(extend.ExtensionDuration);
        var ending = open.Where(lot => lot.Until is not null).ToList();
        return extend with
        {
            AffectedTransactions = [.. ending.Select(lot => new LoyaltyLedgerEntryExpiryDateChange(lot.Id, duration?.After(lot.Until!.Value, zone) ?? lot.Until!.Value, lot.Until))],
            PreviousExpirationDate = ending.Min(lot => lot.Until),
        };
    }
}
