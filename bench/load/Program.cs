using System.Globalization;
using Talon.Load;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var seconds = args is [_, var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 60;
var bench = new LoadBench(TimeSpan.FromSeconds(seconds));
Func<Task> piece = args.FirstOrDefault("all") switch
{
    "updates" => bench.UpdatesAsync,
    "closes" => bench.ClosesAsync,
    "hot" => bench.HotAsync,
    "storage" => StorageCost.MeasureAsync,
    "bulk" => BulkBench.MeasureAsync,
    "all" => async () =>
    {
        await bench.UpdatesAsync();
        await bench.ClosesAsync();
        await bench.HotAsync();
        await StorageCost.MeasureAsync();
        await BulkBench.MeasureAsync();
    },
    var unknown => throw new ArgumentException($"There is no piece \"{unknown}\": updates, closes, hot, storage, bulk or all."),
};
await piece();
return bench.Holds ? 0 : 1;
