using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Finds counters and their claims among the rows of a store.</summary>
internal static class Counters
{
    private const string ClaimPrefix = "claim.";
    private const string GiveBackPrefix = "give.";

    /// <summary>Whether limits stand in a partition.</summary>
    public static bool Has(string partition) =>
        partition.StartsWith("budget.", StringComparison.Ordinal) || partition.StartsWith("coupon.", StringComparison.Ordinal);

    /// <summary>Whether a row of such a partition is a counter.</summary>
    public static bool IsCounter(string key) =>
        Whole(key) == "counter" || key.StartsWith(LimitPlace.CouponPrefix + ".", StringComparison.Ordinal) || key.StartsWith("customer.", StringComparison.Ordinal);

    /// <summary>Whether a row of such a partition is a claim.</summary>
    public static bool IsClaim(string key) => key.StartsWith(ClaimPrefix, StringComparison.Ordinal);

    /// <summary>Whether a row of such a partition is what was given back of a claim.</summary>
    public static bool IsGiveBack(string key) => key.StartsWith(GiveBackPrefix, StringComparison.Ordinal);

    /// <summary>The counter of a claim: its row key without the prefix, the attempt and the round.</summary>
    public static string OfClaim(string key)
    {
        var round = key.LastIndexOf('.');
        var attempt = key.LastIndexOf('.', round - 1);
        return key[ClaimPrefix.Length..attempt];
    }

    /// <summary>The counter that a row is, or is a stripe of.</summary>
    public static string Whole(string key) => IsStripe(key) ? key[..^2] : key;

    /// <summary>Whether a counter is a stripe of another one.</summary>
    public static bool IsStripe(string key) => key.Length > 2 && key[^2] == '-';

    /// <summary>What the row of a counter or of a stripe says of how much is taken: what is allotted to a stripe is not, until it is used.</summary>
    public static decimal Taken(ReadOnlyMemory<byte>? counter) => counter is { } body && Read(body) is var read ? read.Used - (read.Allotted ?? 0) : 0;

    /// <summary>How much a counter with all its stripes says is taken.</summary>
    public static decimal Taken(SimulatedStore store, string partition, string counter)
    {
        var row = store.Peek(partition, counter);
        var stripes = row is null ? 0 : Read(row.Body).Stripes ?? 0;
        return Taken(row?.Body) + Enumerable.Range(0, stripes).Sum(stripe => Taken(store.Peek(partition, CounterState.StripeKey(counter, stripe))?.Body));
    }

    /// <summary>What a counter shows.</summary>
    public static CounterRow Read(ReadOnlyMemory<byte> body) => RowCodec.Decode(body, RowJson.Default.CounterRow);

    /// <summary>A claim.</summary>
    public static ClaimRow ReadClaim(ReadOnlyMemory<byte> body) => RowCodec.Decode(body, RowJson.Default.ClaimRow);

    /// <summary>What a claim still holds.</summary>
    public static decimal Net(ReadOnlyMemory<byte>? body) => body is { } claim && ReadClaim(claim) is var read ? read.Amount - read.GivenBack : 0;

    /// <summary>All counters by the name of their limit; those at 0 left out.</summary>
    public static Dictionary<string, decimal> All(SimulatedStore store)
    {
        var counters = new Dictionary<string, decimal>();
        foreach (var (partition, row) in store.Rows())
        {
            if (Has(partition) && IsCounter(row.Key) && Read(row.Body).Limit is var limit)
                counters[limit] = counters.GetValueOrDefault(limit) + Taken(row.Body);
        }

        return counters.Where(counter => counter.Value != 0).ToDictionary();
    }
}
