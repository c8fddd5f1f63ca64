using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>At rest, a profile's totals are those of its closed sessions.</summary>
internal sealed class ProfileTotals(World world, Histories histories) : Invariant(world, "Totals of profiles are those of closed sessions")
{
    /// <inheritdoc/>
    public override Task CheckAtRestAsync()
    {
        var closed = histories.Sessions.Where(session => session.IsClosed).ToLookup(session => session.Last.Session.ProfileId);
        foreach (var (partition, row) in World.Store.Rows())
        {
            if (row.Key == OwnerRows.Entity && partition.StartsWith("profile.", StringComparison.Ordinal))
                Look(RowCodec.Decode(row.Body, RowJson.Default.ProfileRow).Profile, [.. closed[Id(row)]]);
        }

        return Task.CompletedTask;
    }

    private static string Id(Storage.Row row) => RowCodec.Decode(row.Body, RowJson.Default.ProfileRow).Profile.IntegrationId;

    private void Look(CustomerProfile profile, IReadOnlyList<SessionHistory> closed)
    {
        var sales = closed.Sum(session => session.Last.Session.Total - session.Last.Session.CartItems.Sum(item => item.Price!.Value * (item.ReturnedQuantity ?? 0)));
        if (profile.ClosedSessions != closed.Count || profile.TotalSales != sales)
            Violated(FormattableString.Invariant($"{profile.IntegrationId} shows {profile.ClosedSessions} closed sessions and {profile.TotalSales}, but has {closed.Count} and {sales}"));
    }
}
