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
        key == "counter" || key.StartsWith(LimitPlace.CouponPrefix + ".", StringComparison.Ordinal) || key.StartsWith("customer.", StringComparison.Ordinal);

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
            if (Has(partition) && IsCounter(row.Key) && Read(row.Body) is { Used: not 0 } counter)
                counters[counter.Limit] = counters.GetValueOrDefault(counter.Limit) + counter.Used;
        }

        return counters;
    }
}
