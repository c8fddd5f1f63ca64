using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A counter as it was read, with its stripes where it is split.</summary>
/// <param name="Base">The counter. What it has taken bounds what may be granted: claims, and what is allotted to stripes.</param>
/// <param name="Stripes">The stripes, in the order of their numbers; empty for a limit that is not split.</param>
internal sealed record CounterState(CounterPart Base, IReadOnlyList<CounterPart> Stripes)
{
    /// <summary>How many stripes a limit is split into.</summary>
    public const int Width = 8;

    /// <summary>A counter that nothing was taken from.</summary>
    public static CounterState Untouched { get; } = new(default, []);

    /// <summary>How much of the limit is taken: what the counter says, without what stripes have left.</summary>
    public decimal Used => Base.Used - Stripes.Sum(stripe => stripe.Unused);

    /// <summary>When the last attempt began that claimed; null for never.</summary>
    public DateTimeOffset? Claimed => Stripes.Select(stripe => stripe.Claimed).Append(Base.Claimed).Max();

    /// <summary>The row key of a stripe. No other row stands between a counter and its stripes.</summary>
    public static string StripeKey(string counter, int stripe) => string.Create(CultureInfo.InvariantCulture, $"{counter}-{stripe}");

    /// <summary>The counter with its stripes.</summary>
    public static KeyRange RowsOf(string counter) => new(counter, counter + ".");

    /// <summary>The counter among rows.</summary>
    public static CounterState Parse(IReadOnlyDictionary<string, Row> rows, string counter)
    {
        if (!rows.TryGetValue(counter, out var row))
            return Untouched;
        var width = RowCodec.Decode(row.Body, RowJson.Default.CounterRow).Stripes ?? 0;
        return new(CounterPart.Of(row), [.. Enumerable.Range(0, width).Select(stripe => CounterPart.Of(rows.GetValueOrDefault(StripeKey(counter, stripe))))]);
    }

    /// <summary>The same with what all stripes have left put back into the counter, where it has passed a ceiling under which some of that was allotted.</summary>
    /// <remarks>So what a stripe has left fits under the stripe's ceiling, whatever was taken elsewhere meanwhile.</remarks>
    public CounterState Kept() => Stripes.Any(stripe => stripe.Unused > 0 && stripe.Ceiling < Base.Used) ? Gathered() : this;

    /// <summary>The same in one row.</summary>
    public CounterState Joined() => new(Base with { Used = Used, Claimed = Claimed }, []);

    /// <summary>Whether other stripes than one were claimed from since a moment.</summary>
    public bool IsClaimedBesides(int stripe, DateTimeOffset since) => Stripes.Where((part, i) => i != stripe && part.Claimed >= since).Any();

    /// <summary>The same with what all stripes have left put back into the counter.</summary>
    public CounterState Gathered() => new(Base with { Used = Used }, [.. Stripes.Select(stripe => stripe with { Allotted = stripe.Used })]);

    /// <summary>The same with another state of a stripe.</summary>
    public CounterState With(int stripe, CounterPart next)
    {
        var stripes = Stripes.ToArray();
        stripes[stripe] = next;
        return this with { Stripes = stripes };
    }
}
