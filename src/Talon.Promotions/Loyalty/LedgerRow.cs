using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>A stored ledger: what is left of the points of one customer or card in one subledger.</summary>
/// <remarks>Points in lots less points owed equal the sum of the ledger's entries, always.</remarks>
internal sealed record LedgerRow
{
    /// <summary>The subledger; "" for the main one.</summary>
    public required string Subledger { get; init; }

    /// <summary>Points that are left, but for those in pages.</summary>
    public IReadOnlyList<Lot> Lots { get; init; } = [];

    /// <summary>Points that are left and were put away; none while there are few lots.</summary>
    public IReadOnlyList<LotPage> Pages { get; init; } = [];

    /// <summary>Pages that are no longer used, and whose rows are to be deleted.</summary>
    public IReadOnlyList<LotPage> Dropped { get; init; } = [];

    /// <summary>The number of the page that was put away last.</summary>
    public long LastPage { get; init; }

    /// <summary>All points that are left.</summary>
    [JsonIgnore]
    public IEnumerable<Lot> AllLots => Pages.Count == 0 ? Lots : Lots.Concat(Pages.SelectMany(page => page.Lots));

    /// <summary>Points owed, zero or more.</summary>
    public decimal Owed { get; init; }

    /// <summary>All points ever spent, less those that came back.</summary>
    public decimal Spent { get; init; }

    /// <summary>All points that ever expired.</summary>
    public decimal Expired { get; init; }

    /// <summary>When the ledger was wiped; what happened until then is forgotten. Null for never.</summary>
    public DateTimeOffset? Wiped { get; init; }

    /// <summary>When the last attempt began that claimed points; null when none did.</summary>
    public DateTimeOffset? Claimed { get; init; }

    /// <summary>The tier last reached; null for none.</summary>
    public HeldTier? Tier { get; init; }

    /// <summary>Until when the tier was reckoned; null for never.</summary>
    public DateTimeOffset? Reckoned { get; init; }

    /// <summary>When the newest of the points that are here were granted; long ago where there are none.</summary>
    [JsonIgnore]
    public DateTimeOffset LastAdded => Lots.Select(lot => lot.Created).Concat(Pages.Select(page => page.Newest)).DefaultIfEmpty().Max();

    /// <summary>The points that are here, without some of those that neither become active nor expire after a moment and up to another.</summary>
    public IEnumerable<Lot> Changing(DateTimeOffset after, DateTimeOffset until) => Lots.Concat(Pages.Where(page => page.MayChange(after, until)).SelectMany(page => page.Lots));

    /// <summary>When the first of the points that are here became active; null when none did until a moment.</summary>
    public DateTimeOffset? FirstActive(DateTimeOffset until) => Lots
        .Where(lot => !(lot.Until <= lot.From))
        .Select(lot => lot.From)
        .Concat(Pages.Select(page => page.Begins))
        .Where(time => time <= until)
        .Min();
}
