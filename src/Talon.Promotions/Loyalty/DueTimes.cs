namespace Talon.Promotions;

/// <summary>The moments at which time alone changes points: they become active, they expire, a tier ends.</summary>
internal static class DueTimes
{
    /// <summary>Those that a ledger has and did not have before. Pages that both have are not looked at.</summary>
    public static IEnumerable<DateTimeOffset> New(LedgerRow after, LedgerRow before) => Of(after, before).Except(Of(before, after));

    /// <summary>Those of a ledger, but for pages that another one has too.</summary>
    private static IEnumerable<DateTimeOffset> Of(LedgerRow ledger, LedgerRow other)
    {
        var shared = other.Pages.Select(page => page.Number).ToHashSet();
        return ledger.Lots.Concat(ledger.Pages.Where(page => !shared.Contains(page.Number)).SelectMany(page => page.Lots))
            .SelectMany(Of)
            .Concat(ledger.Tier?.Until is { } end ? [Minute(end)] : []);
    }

    /// <summary>Those that an operation is known to bring.</summary>
    public static IEnumerable<DateTimeOffset> Of(PointsOperation operation) => operation.Additions.SelectMany(addition => Of(addition.Lot))
        .Concat(operation.ExpiryMoves.Select(move => Minute(move.Until)))
        .Where(time => time > operation.At);

    private static IEnumerable<DateTimeOffset> Of(Lot lot)
    {
        if (lot.From > lot.Created)
            yield return Minute(lot.From.Value);
        if (lot.Until is { } end)
            yield return Minute(end);
    }

    /// <summary>Rounded up to the minute, so that what happens together is found together.</summary>
    private static DateTimeOffset Minute(DateTimeOffset time)
    {
        var past = time.UtcTicks % TimeSpan.TicksPerMinute;
        var left = past == 0 ? 0 : TimeSpan.TicksPerMinute - past;
        return left > DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks ? DateTimeOffset.MaxValue : new DateTimeOffset(time.UtcTicks + left, TimeSpan.Zero);
    }
}
