using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Effects that move the last day of points.</summary>
internal static class PointsExpiry
{
    // More do not go into one transaction of a store.
    private const int MostMoves = 2_000;
    private const int MostPages = 12;

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

    /// <summary>The effect with the transactions that it moves: active and pending ones, and when the day is set also those that never expire; of very many, those that expire first.</summary>
    public static EffectProps Complete(EffectProps props, LedgerRow ledger, TimeZoneInfo zone, DateTimeOffset now)
    {
        var open = Near(ledger).Where(lot => !lot.IsExpired(now)).Take(MostMoves);
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

    private static IEnumerable<Lot> Near(LedgerRow ledger) => ledger.Pages.Count == 0
        ? ledger.Lots
        : ledger.Lots.Concat(ledger.Pages.OrderBy(page => page.Ends ?? DateTimeOffset.MaxValue).ThenBy(page => page.Oldest).Take(MostPages).SelectMany(page => page.Lots)).OrderBy(LotBook.Order);
}
