namespace Talon.Promotions;

/// <summary>The prices of an item over time: its own, each until the next one, and adjustments while they hold.</summary>
internal static class PriceHistory
{
    /// <summary>The lowest price that held within a look back; of equal ones the latest. Null when nothing was observed.</summary>
    /// <param name="observed">What was observed until <paramref name="date"/>, in the order of time.</param>
    /// <param name="date">The date.</param>
    /// <param name="lookBack">How far to look back.</param>
    /// <param name="ends">Where the look back ends.</param>
    public static BestPriorPrice? Lowest(IReadOnlyList<PriceRow> observed, DateTimeOffset date, TimeSpan lookBack, LookBackEnd ends)
    {
        var spans = Spans(observed);
        var current = spans.Where(span => span.Holds(date)).OrderBy(span => span.Row.Adjustment is not null).ThenBy(span => span.Row.At).LastOrDefault();
        var end = ends switch
        {
            LookBackEnd.Price when current is not null => current.Row.At,
            LookBackEnd.Sale when current?.Row.Adjustment?.ContextId is { } occasion => spans.Where(span => span.Row.Adjustment?.ContextId == occasion).Min(span => span.Row.At),
            LookBackEnd.Sale when current is not null => current.Row.At,
            _ => date,
        };
        var start = end - lookBack;
        var lowest = spans
            .Where(span => span.Row.Price is not null && (ends == LookBackEnd.Strict ? span.Row.At <= end : span.Row.At < end) && (span.Until is null || span.Until > start))
            .OrderBy(span => span.Row.Price).ThenByDescending(span => span.Row.At).FirstOrDefault()?.Row;
        return lowest is null ? null : new BestPriorPrice(lowest.Id, lowest.Sku, lowest.At, lowest.Price!.Value, lowest.Adjustment);
    }

    private static List<Span> Spans(IReadOnlyList<PriceRow> observed)
    {
        var spans = new List<Span>();
        foreach (var type in observed.GroupBy(row => row.Adjustment?.PriceType))
        {
            var rows = type.OrderBy(row => row.At).ThenBy(row => row.Id).ToList();
            for (var i = 0; i < rows.Count; i++)
            {
                var next = i + 1 < rows.Count ? rows[i + 1].At : (DateTimeOffset?)null;
                var own = rows[i].Adjustment?.EffectiveUntil;
                spans.Add(new Span(rows[i], own < next || next is null ? own : next));
            }
        }

        return spans;
    }

    /// <summary>A price and how long it held.</summary>
    private sealed record Span(PriceRow Row, DateTimeOffset? Until)
    {
        public bool Holds(DateTimeOffset at) => Row.Price is not null && Row.At <= at && !(Until <= at);
    }
}
