using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Every code of a giveaway pool is in one place: in the pool's stock, or in the hands of one claim.</summary>
internal sealed class GiveawaysOnce(World world, SimulatedShop shop) : Invariant(world, "Giveaways are handed out once")
{
    /// <inheritdoc/>
    public override void Check()
    {
        var codes = new HashSet<long>();
        var open = false;
        foreach (var (partition, row) in World.Store.Rows())
        {
            if (!partition.StartsWith("giveaways.", StringComparison.Ordinal))
                continue;
            open = true;
            foreach (var code in Codes(row))
            {
                if (!codes.Add(code.Id))
                    Violated($"{code.Code} is in two places, one of them {partition} {row.Key}");
            }
        }

        if (open && World.Faults.Enabled && codes.Count != shop.Giveaways)
            Violated(FormattableString.Invariant($"{codes.Count} of {shop.Giveaways} codes are left"));
    }

    private static IEnumerable<GiveawayCode> Codes(Storage.Row row) => row.Key switch
    {
        _ when Counters.IsClaim(row.Key) => Counters.ReadClaim(row.Body).Code is { } taken ? [taken] : [],
        _ when row.Key.StartsWith(GiveawayRows.Shelf, StringComparison.Ordinal) => RowCodec.Decode(row.Body, RowJson.Default.GiveawayPack).Codes,
        _ => [],
    };
}
