using System.Text;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Load;

/// <summary>Counts what an update and a close ask of the storage, and what a million of them cost on Azure.</summary>
/// <remarks>Prices are list prices of US regions, zone-redundant, in dollars for 10,000 operations; a transaction over many rows counts once.</remarks>
internal static class StorageCost
{
    private const decimal TablePrice = 0.00045m;
    private const decimal QueuePrice = 0.004m;
    private const decimal Million = 1_000_000;

    public static async Task MeasureAsync()
    {
        foreach (var mode in new[] { FinaliseMode.Inline, FinaliseMode.Queue })
        {
            Console.WriteLine($"Storage, gate by leases, finalisation {mode.ToString().ToLowerInvariant()}");
            var shop = await CostShop.OpenAsync(mode);
            await shop.MeasureAsync("warm", closes: true);
            Tell("open-session update", await shop.MeasureAsync("open", closes: false));
            Tell("close with a coupon and points", await shop.MeasureAsync("close", closes: true));
        }
    }

    private static void Tell(string what, (TripCount Answer, TripCount All) cost)
    {
        var (answer, all) = cost;
        var tables = all.Reads + all.Commits;
        var price = (tables * TablePrice + all.QueueOperations * QueuePrice) * Million / 10_000;
        Console.WriteLine(
            new StringBuilder($"  {what}: {answer.Trips} trips to the answer; in all {all.Reads} reads, {all.Commits} transactions, {all.QueueOperations} queue operations, {all.BytesWritten} bytes written; a million: ")
                .Append($"({tables} x ${TablePrice} + {all.QueueOperations} x ${QueuePrice}) x 100 = ${price:F2}"));
    }
}
