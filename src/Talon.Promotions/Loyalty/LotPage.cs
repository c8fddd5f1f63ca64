using System.Text.Json.Serialization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Lots put away in a row of their own, and what a ledger keeps of them so that it can reckon without looking. Never changed: a page is opened as a whole, and what is left goes to another one.</summary>
internal sealed class LotPage
{
    private IReadOnlyList<Lot>? _lots;

    /// <summary>Tells it from all pages that the ledger ever had.</summary>
    public required long Number { get; init; }

    /// <summary>The sum of its points.</summary>
    public required decimal Points { get; init; }

    /// <summary>When the first of them become active; null when all wait to be activated.</summary>
    public DateTimeOffset? Begins { get; init; }

    /// <summary>When the last of them become active; null when some wait to be activated.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>When the first of them expire; null when none ever do.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>When the last of them expire; null when some never do.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>When the first of them were granted.</summary>
    public required DateTimeOffset Oldest { get; init; }

    /// <summary>When the last of them were granted.</summary>
    public required DateTimeOffset Newest { get; init; }

    /// <summary>The row that it was read from; null for a page that is not written yet.</summary>
    [JsonIgnore]
    public Row? Stored { get; init; }

    /// <summary>The lots, in the order in which they are spent.</summary>
    [JsonIgnore]
    public IReadOnlyList<Lot> Lots => _lots ??= RowCodec.Decode(Stored!.Body, RowJson.Default.LotPageRow).Lots;

    /// <summary>None of its lots is spent before a lot of this end and time of grant.</summary>
    [JsonIgnore]
    public (DateTimeOffset Until, DateTimeOffset Created) From => (Ends ?? DateTimeOffset.MaxValue, Oldest);

    /// <summary>None of its lots is spent after a lot of this end and time of grant.</summary>
    [JsonIgnore]
    public (DateTimeOffset Until, DateTimeOffset Created) To => (Ended ?? DateTimeOffset.MaxValue, Newest);

    /// <summary>Puts lots away.</summary>
    public static LotPage Of(long number, IReadOnlyList<Lot> lots) => new()
    {
        Number = number,
        Points = lots.Sum(lot => lot.Points),
        Begins = lots.Min(lot => lot.From),
        Begun = lots.Any(lot => lot.Waits) ? null : lots.Max(lot => lot.From),
        Ends = lots.Min(lot => lot.Until),
        Ended = lots.Any(lot => lot.Until is null) ? null : lots.Max(lot => lot.Until),
        Oldest = lots.Min(lot => lot.Created),
        Newest = lots.Max(lot => lot.Created),
        _lots = lots,
    };

    /// <summary>The page with the row that it stands in.</summary>
    public LotPage In(Row row) => new() { Number = Number, Points = Points, Begins = Begins, Begun = Begun, Ends = Ends, Ended = Ended, Oldest = Oldest, Newest = Newest, Stored = row };

    /// <summary>Whether some of its points may be active or have been.</summary>
    public bool HasBegun(DateTimeOffset now) => Begins <= now;

    /// <summary>Whether some of its points have expired.</summary>
    public bool HasEnded(DateTimeOffset now) => Ends <= now;

    /// <summary>Whether some of its points may become active or expire after a moment and up to another.</summary>
    public bool MayChange(DateTimeOffset after, DateTimeOffset until) =>
        (Begins <= until && !(Begun <= after)) || (Ends <= until && !(Ended <= after));

    /// <summary>How many of its points can be spent.</summary>
    public decimal Active(DateTimeOffset now) => Count(now, Begun <= now, lot => lot.IsActive(now));

    /// <summary>How many of its points are to become active yet.</summary>
    public decimal Pending(DateTimeOffset now) => Count(now, !HasBegun(now), lot => lot.IsPending(now));

    /// <summary>How many of its points have expired.</summary>
    public decimal Expired(DateTimeOffset now) => HasEnded(now) ? Lots.Where(lot => lot.IsExpired(now)).Sum(lot => lot.Points) : 0;

    private decimal Count(DateTimeOffset now, bool all, Func<Lot, bool> which)
    {
        if (!HasEnded(now) && (Begun <= now || !HasBegun(now)))
            return all ? Points : 0;
        return Lots.Where(which).Sum(lot => lot.Points);
    }
}

/// <summary>A stored page.</summary>
/// <param name="Lots">Its lots.</param>
internal sealed record LotPageRow(IReadOnlyList<Lot> Lots);
