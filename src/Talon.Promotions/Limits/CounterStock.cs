using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The counter of a limit.</summary>
/// <remarks>
/// A limit that several instances claim from at once is split: each of them takes from a stripe of its own, to which the counter
/// allots a share in advance, so that most claims write no row that others write. A claim that its stripe cannot grant takes from
/// the counter; where that has nothing left, what the other stripes have left is put back into it in the same transaction. Every
/// row that a grant depends on is written by it and so found unchanged; only what all rows together cannot grant is refused.
/// What a stripe has left was allotted under ceilings up to the stripe's own, and is taken from it by whoever takes the counter
/// past that one. So the stripe alone tells that a claim fits, however old what is known of the other rows may be.
/// A split limit is joined again, in the transaction of a claim, once nobody claims from other stripes any more.
/// </remarks>
internal sealed class CounterStock : Stock
{
    private const string CustomerEntity = "Profile=";

    /// <summary>How many claims like the one at hand are allotted in advance.</summary>
    private const int MostAhead = 512;

    /// <summary>At most this share of what is left is allotted in advance, or as much as one claim takes: when a limit nears its end, stripes have little left.</summary>
    private const int ShareAhead = 2 * CounterState.Width;

    private readonly LimitClaim _claim;
    private readonly CounterState _state;
    private readonly CounterState _stored;
    private readonly int _stripe;
    private readonly bool _splits;
    private readonly bool _joins;

    /// <summary>A counter as it was read.</summary>
    public CounterStock(LimitClaim claim, CounterState state)
        : this(claim, state, state, 0, false, false)
    {
    }

    private CounterStock(LimitClaim claim, CounterState state, CounterState stored, int stripe, bool splits, bool joins) =>
        (_claim, _state, _stored, _stripe, _splits, _joins) = (claim, state, stored, stripe, splits, joins);

    /// <summary>The counter.</summary>
    public CounterState State => _state;

    /// <summary>Whether others may make it worth while to split the limit. What counts one customer is not hot.</summary>
    public bool IsSplittable => Customer is null && !_claim.Stock.StartsWith(LimitPlace.CustomersPrefix, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int Writes => ChangedParts().Count() + DroppedStripes().Count();

    /// <inheritdoc/>
    public override bool IsSeenWhole => _state.Stripes.Count == 0;

    /// <inheritdoc/>
    public override IReadOnlyList<Change> Changes =>
    [
        .. ChangedParts().Select(part =>
        {
            var (key, (used, etag, claimed, allotted, ceiling)) = part.Index < 0 ? (_claim.Stock, _state.Base) : (CounterState.StripeKey(_claim.Stock, part.Index), part.Part);
            var row = part.Index < 0
                ? new CounterRow(used, _claim.Key.ToString(), Customer, claimed, _state.Stripes.Count == 0 ? null : _state.Stripes.Count)
                : new CounterRow(used, _claim.Key.ToString(), Customer, claimed, Allotted: allotted, Ceiling: ceiling);
            var body = RowCodec.Encode(row, RowJson.Default.CounterRow);
            return etag is null ? Change.Insert(key, body) : Change.Replace(key, body, etag);
        }),
        .. DroppedStripes(),
    ];

    /// <summary>The same counter for an instance that takes from a stripe.</summary>
    /// <param name="stripe">The number of the stripe.</param>
    /// <param name="splits">Whether to split the limit if it is not yet; otherwise it is joined, if nobody needs it to be split.</param>
    /// <param name="quiet">Since when nobody must have claimed from other stripes for it to be joined.</param>
    public CounterStock For(int stripe, bool splits, DateTimeOffset quiet) =>
        new(_claim, _state, _stored, stripe, splits && IsSplittable, joins: !splits && !_state.IsClaimedBesides(stripe, quiet));

    /// <summary>Adds to the counter, whatever its ceiling.</summary>
    public CounterStock Plus(decimal amount) => With((_state with { Base = _state.Base with { Used = _state.Base.Used + amount } }).Kept());

    /// <inheritdoc/>
    public override StockMove? Take(Claim asked, decimal? ceiling)
    {
        var state = _joins ? _state.Joined() : _state;
        var taken = state.Stripes.Count > 0 || _splits ? FromStripe(state, asked, ceiling)
            : ceiling is { } most && state.Base.Used + asked.Amount > most ? null
            : state with { Base = Taken(state.Base, asked) };
        return taken is null ? null : new StockMove(With(taken), asked.Amount);
    }

    /// <inheritdoc/>
    public override StockMove PutBack(ClaimRow made, ClaimReturn back) => new(Plus(-back.Amount), back.Amount);

    /// <inheritdoc/>
    public override StockMove Undo(ClaimRow made, Claim undone) => new(Plus(made.GivenBack - made.Amount), made.Amount - made.GivenBack);

    /// <inheritdoc/>
    public override Stock? Written(IReadOnlyList<string> etags)
    {
        var written = _state;
        foreach (var ((index, part), etag) in ChangedParts().Zip(etags))
            written = index < 0 ? written with { Base = part with { ETag = etag } } : written.With(index, part with { ETag = etag });
        return new CounterStock(_claim, written, written, _stripe, _splits, _joins);
    }

    private string? Customer => _claim.Key.Entities.StartsWith(CustomerEntity, StringComparison.Ordinal) && !_claim.Key.Entities.Contains('\n', StringComparison.Ordinal)
        ? _claim.Key.Entities[CustomerEntity.Length..]
        : null;

    /// <summary>Takes from the stripe, which is filled up where it has to be; null when all rows together have not enough.</summary>
    private CounterState? FromStripe(CounterState state, Claim asked, decimal? ceiling)
    {
        var split = state.Stripes.Count > 0 ? state : state with { Stripes = new CounterPart[CounterState.Width] };
        var mine = split.Stripes[_stripe];
        var isWithin = mine.Unused == 0 || mine.IsWithin(ceiling);
        if (isWithin && mine.Unused >= asked.Amount)
            return split.With(_stripe, Taken(mine, asked));
        return isWithin && Filled(split, asked, ceiling) is { } filled && filled.Kept() == filled ? filled : Filled(split.Gathered(), asked, ceiling);
    }

    private CounterState? Filled(CounterState split, Claim asked, decimal? ceiling)
    {
        var mine = split.Stripes[_stripe];
        var needed = asked.Amount - mine.Unused;
        if (ceiling is { } most && split.Base.Used + needed > most)
            return null;
        var ahead = Math.Min(asked.Amount, decimal.MaxValue / MostAhead) * MostAhead;
        if (ceiling - split.Base.Used - needed is { } left)
            ahead = Math.Min(ahead, Math.Max(Math.Floor(left / ShareAhead), Math.Min(left, asked.Amount)));
        var filled = mine with
        {
            Allotted = mine.Allotted + needed + ahead,
            Ceiling = mine.Unused == 0 || ceiling is null || mine.Ceiling < ceiling ? ceiling : mine.Ceiling,
        };
        return split.With(_stripe, Taken(filled, asked)) with { Base = split.Base with { Used = split.Base.Used + needed + ahead } };
    }

    private static CounterPart Taken(CounterPart part, Claim asked) => part with { Used = part.Used + asked.Amount, Claimed = Later(part.Claimed, asked.Begun) };

    private static (decimal Allotted, decimal? Ceiling) Allotment(CounterPart part) => (part.Allotted, part.Ceiling);

    private CounterStock With(CounterState next) => new(_claim, next, _stored, _stripe, _splits, _joins);

    /// <summary>The parts that are not as they are stored; number -1 is the counter itself, which is written whenever something is allotted, be its number the same again.</summary>
    private IEnumerable<(int Index, CounterPart Part)> ChangedParts()
    {
        if (_state.Base != _stored.Base || _state.Stripes.Count != _stored.Stripes.Count || _state.Stripes.Zip(_stored.Stripes).Any(pair => Allotment(pair.First) != Allotment(pair.Second)))
            yield return (-1, _state.Base);
        for (var i = 0; i < _state.Stripes.Count; i++)
        {
            if (_state.Stripes[i] != _stored.Stripes.ElementAtOrDefault(i))
                yield return (i, _state.Stripes[i]);
        }
    }

    /// <summary>The stripes that are no more.</summary>
    private IEnumerable<Change> DroppedStripes()
    {
        for (var i = _state.Stripes.Count; i < _stored.Stripes.Count; i++)
        {
            if (_stored.Stripes[i].ETag is { } etag)
                yield return Change.Delete(CounterState.StripeKey(_claim.Stock, i), etag);
        }
    }
}
