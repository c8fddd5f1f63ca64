using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Talon.Http;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Load;

/// <summary>The shop of the load benchmark inside this process, over a store that counts.</summary>
internal sealed class CostShop
{
    private const string ManagementKey = "management-key-of-the-bench";

    private readonly StorageTrips _trips = new();
    private readonly PromotionServices _promotions;
    private readonly QueuePump _pump;
    private readonly Api _api;
    private readonly FinaliseMode _mode;
    private LoadShop? _shop;

    private CostShop(FinaliseMode mode)
    {
        _mode = mode;
        var time = TimeProvider.System;
        var memory = new MemoryStore(time);
        var (tables, queue, random) = (_trips.Tables(memory), _trips.Queue(memory), new SeededRandomSource(1));
        _promotions = new PromotionServices(new PromotionPorts(tables, queue, new LeaseGate(tables, new InProcessTurnstiles(), time, random), time, random, mode));
        Account = new AccountSetup(new SetupContext(_promotions.Configurations, _promotions.Ids, time, random));
        _api = new Api(ApiServices.From(_promotions, Account, time), new KeyAuthenticator(new Authenticator(_promotions.Configurations, time)), time, NullLogger<Api>.Instance);
        _pump = new QueuePump(queue, _promotions.Queues, time);
    }

    private AccountSetup Account { get; }

    public static async Task<CostShop> OpenAsync(FinaliseMode mode)
    {
        var shop = new CostShop(mode);
        await shop.Account.ManagementKeys.BootstrapAsync(ManagementKey);
        shop._shop = await LoadShop.CreateAsync(async (method, path, body) =>
        {
            var answer = await shop.CallAsync(method.Method, path, body, $"ManagementKey-v1 {ManagementKey}");
            return answer.Body.IsEmpty ? default : JsonElement.Parse(answer.Body.Span);
        });
        return shop;
    }

    /// <summary>What one request costs until its answer, and with all that it leaves behind.</summary>
    public async Task<(TripCount Answer, TripCount All)> MeasureAsync(string run, bool closes)
    {
        var code = (await _shop!.CouponsAsync(1))[0];
        var (path, body) = closes ? LoadShop.Close(run, 0, code) : LoadShop.Open(run, 0);
        ApiResponse? answer = null;
        var count = _trips.Measure(async () => answer = await CallAsync("PUT", path, body, $"ApiKey-v1 {_shop.Key}"));
        var after = _trips.Measure(async () =>
        {
            await answer!.AfterAnswer.RunAsync();
            foreach (var queue in closes && _mode == FinaliseMode.Queue ? OutboxQueues.All.Take(2) : [])
                await _pump.RunOnceAsync(queue, (message, failure) => throw new InvalidOperationException(message.Body, failure), CancellationToken.None);
        });
        var all = new TripCount(count.Trips + after.Trips, count.Reads + after.Reads, count.Commits + after.Commits, count.QueueOperations + after.QueueOperations, count.BytesWritten + after.BytesWritten);
        return (count, all);
    }

    private async Task<ApiResponse> CallAsync(string method, string target, string body, string authorization)
    {
        var (path, query) = target.Split('?') is [var before, var after] ? (before, after) : (target, "");
        var answer = await _api.HandleAsync(
            new ApiRequest
            {
                Method = method,
                Path = path,
                Query = query,
                Header = name => name.ToUpperInvariant() switch { "AUTHORIZATION" => authorization, "CONTENT-TYPE" => "application/json", _ => null },
                Body = new MemoryStream(Encoding.UTF8.GetBytes(body)),
            },
            CancellationToken.None);
        return answer.Status < 300 ? answer : throw new InvalidOperationException($"{method} {target}: {answer.Status} {Encoding.UTF8.GetString(answer.Body.Span)}");
    }
}
