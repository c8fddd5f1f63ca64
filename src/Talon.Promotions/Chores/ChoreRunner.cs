using System.Text.Json;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Runs long work: a little of it at once, the rest in the queue.</summary>
/// <remarks>
/// A chore is written down before its cause takes effect, and its first message comes late enough to find whether it did. Steps may
/// run twice; how far a chore came is noted after each few of them.
/// </remarks>
internal sealed class ChoreRunner(ITableStore store, IMessageQueue queue, IRandomSource random, TimeProvider clock, IReadOnlyList<IChoreSteps> steps)
{
    /// <summary>The queue.</summary>
    public const string Queue = "chores";

    private const string Row = "chore";
    private const int MostAtOnce = 10;
    private const int MostInMessage = 50;

    /// <summary>How long a chore goes on before it leaves the rest to its next message.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);

    private readonly Dictionary<ChoreKind, IChoreSteps> _steps = steps.ToDictionary(kind => kind.Kind);

    /// <summary>Writes a chore down; it begins on its own after a delay, or when it is run or woken.</summary>
    /// <param name="chore">What is to be done.</param>
    /// <param name="delay">How long its first message waits: longer than it takes to write the chore down.</param>
    /// <param name="cancellation">Gives up before it is written, or leaves open whether it is.</param>
    public async Task<ChoreRow> PlanAsync(ChoreRow chore, TimeSpan delay, CancellationToken cancellation)
    {
        var named = chore.Id.Length > 0 ? chore : chore with { Id = random.UniqueId() };
        var sent = clock.GetTimestamp();
        // The message first: a chore that nobody knows of would lie about for ever, a message without a chore means nothing.
        await queue.SendAsync(Queue, Message(named.Id), delay, cancellation);
        await store.CommitAsync(Partition(named.Id), [Change.Insert(Row, RowCodec.Encode(named, RowJson.Default.ChoreRow))], cancellation);
        // The message may have come before there was a chore.
        if (clock.GetElapsedTime(sent) >= delay)
            await WakeAsync(named.Id, cancellation);
        return named;
    }

    /// <summary>Does the first steps of a chore, and has the queue do the rest.</summary>
    public Task RunAsync(ChoreRow chore, CancellationToken cancellation) => RunAsync(chore.Id, MostAtOnce, cancellation);

    /// <summary>Has the queue begin a chore now.</summary>
    public async Task WakeAsync(string id, CancellationToken cancellation) => await queue.SendAsync(Queue, Message(id), cancellation: cancellation);

    /// <summary>Goes on with the chore that a message names.</summary>
    public Task HandleAsync(string message, CancellationToken cancellation) =>
        RunAsync(StoredJson.Read(message, RowJson.Default.ChoreReference).Chore, MostInMessage, cancellation);

    private static string Partition(string id) => "chore." + id;

    private static string Message(string id) => JsonSerializer.Serialize(new ChoreReference(id), RowJson.Default.ChoreReference);

    private async Task RunAsync(string id, int most, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Partition(id), Row, cancellation) is not { } row)
            return;
        ChoreRow? chore = RowCodec.Decode(row.Body, RowJson.Default.ChoreRow);
        var begun = clock.GetTimestamp();
        for (var step = 0; step < most && chore is not null && clock.GetElapsedTime(begun) < Slice; step++)
            chore = await _steps[chore.Kind].StepAsync(chore, cancellation);
        var change = chore is null ? Change.Delete(Row, row.ETag) : Change.Replace(Row, RowCodec.Encode(chore, RowJson.Default.ChoreRow), row.ETag);
        // Where another runner was faster, it sees to the rest.
        if ((await store.CommitAsync(Partition(id), [change], cancellation)).Committed && chore is not null)
            await WakeAsync(id, cancellation);
    }
}
