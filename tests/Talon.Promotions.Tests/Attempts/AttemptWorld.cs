using Microsoft.Extensions.Time.Testing;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>The settlement of attempts over a store of its own, with faults.</summary>
internal sealed class AttemptWorld
{
    public const string Profile = "profile.p";
    public static readonly AttemptReference Attempt = new("session.1.s", "attempt");

    public AttemptWorld(Func<StorageOperation, Fault>? faults = null)
    {
        Store = new MemoryStore(Clock);
        var tables = new FaultInjector(FaultPlan.From(faults ?? (_ => Fault.None)), Clock).Tables(Store);
        Attempts = new AttemptStore(tables, Store, Clock);
        Limits = new LimitLedger(tables, Clock);
        var points = new PointsBooking(tables, new LoyaltyReader(tables), new DueIndex(tables), new ConfigurationStore(tables, new SeededRandomSource(1), Clock), Clock);
        var outbox = new OutboxWorker(tables, Clock, Limits, new ProfileTotalsBooking(tables, Clock), new AttributeBooking(tables, Clock), new ReservationBooking(tables), points, new GiveawayBooking(tables), new AnalyticsBooking(tables, Clock), null!);
        Settlement = new Settlement(tables, Attempts, Limits, outbox, Clock);
        Queues = new QueueHandlers(Settlement, null!, null!, null!);
    }

    public FakeTimeProvider Clock { get; } = new();

    public MemoryStore Store { get; }

    public AttemptStore Attempts { get; }

    public LimitLedger Limits { get; }

    public Settlement Settlement { get; }

    public QueueHandlers Queues { get; }

    public IEnumerable<string> Keys => Store.Rows().Select(row => row.Row.Key);

    public async Task PutAsync<T>(string partition, string key, T record, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info) =>
        await Store.CommitAsync(partition, [Change.Upsert(key, RowCodec.Encode(record, info))]);
}
