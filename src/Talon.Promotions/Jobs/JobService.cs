using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Work that takes longer than a request: it is begun here, done step by step from a queue, and watched.</summary>
/// <remarks>
/// A job's row says how far it has got and is written after every step. Whoever dies in the middle of a step leaves the
/// message, which comes again, and the step is repeated; steps are made so that this changes nothing.
/// </remarks>
public sealed class JobService
{
    /// <summary>The queue of jobs; a message is the id of one.</summary>
    public const string Queue = "jobs";

    private const string Partition = "jobs";

    /// <summary>How long a job runs before it leaves the rest to its next message.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);

    /// <summary>How long an ended job can be looked at.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromDays(7);

    private readonly ITableStore _store;
    private readonly IMessageQueue _queue;
    private readonly IdSource _ids;
    private readonly TimeProvider _clock;
    private readonly JobSteps _steps;

    internal JobService(ITableStore store, IMessageQueue queue, IdSource ids, TimeProvider clock, JobSteps steps) =>
        (_store, _queue, _ids, _clock, _steps) = (store, queue, ids, clock, steps);

    /// <summary>All jobs that run or ended lately, by id.</summary>
    public async Task<IReadOnlyList<Job>> ListAsync(CancellationToken cancellation) =>
        [.. (await _store.ReadAllAsync(Partition, KeyRange.All, cancellation)).Select(row => Job.From(Decode(row)))];

    /// <summary>A job; null when there is none, or it ended long ago.</summary>
    public async Task<Job?> FindAsync(long id, CancellationToken cancellation) =>
        await _store.ReadAsync(Partition, KeyText.Number(id), cancellation) is { } row ? Job.From(Decode(row)) : null;

    /// <summary>Goes on with a job that a message names, to its end or for a while. A job that is gone is done.</summary>
    public async Task RunAsync(string message, CancellationToken cancellation)
    {
        if (!long.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw new System.Text.Json.JsonException($"\"{message}\" names no job.");
        var key = KeyText.Number(id);
        var begun = _clock.GetTimestamp();
        while (await _store.ReadAsync(Partition, key, cancellation) is { } row && Decode(row) is { Ended: null } job)
        {
            if (_clock.GetElapsedTime(begun) > Slice)
            {
                await _queue.SendAsync(Queue, message, cancellation: cancellation);
                return;
            }

            var next = await StepAsync(job, cancellation);
            // When somebody else came first, the row read next says so.
            await _store.CommitAsync(Partition, [Change.Replace(key, Encode(next), row.ETag)], cancellation);
        }
    }

    /// <summary>Begins a job.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="delay">How long it waits.</param>
    /// <param name="cancellation">Gives up before it begins, or leaves open whether it does.</param>
    internal async Task<Job> BeginAsync(JobWork work, TimeSpan delay, CancellationToken cancellation)
    {
        await ForgetAsync(cancellation);
        var row = new JobRow { Id = await _ids.NextAsync(IdKinds.Job, cancellation), Created = _clock.GetUtcNow(), Work = work };
        await _store.CommitAsync(Partition, [Change.Upsert(KeyText.Number(row.Id), Encode(row))], cancellation);
        await SendAsync(row.Id, delay, cancellation);
        return Job.From(row);
    }

    /// <summary>Sends a job's message.</summary>
    internal async ValueTask SendAsync(long id, TimeSpan delay, CancellationToken cancellation) =>
        await _queue.SendAsync(Queue, id.ToString(CultureInfo.InvariantCulture), delay, cancellation);

    private async Task<JobRow> StepAsync(JobRow job, CancellationToken cancellation)
    {
        try
        {
            return await _steps.StepAsync(job, cancellation);
        }
        catch (RefusalException refusal)
        {
            var reason = refusal.Problems.Count == 0 ? refusal.Message : string.Join("; ", refusal.Problems.Select(problem => problem.Details));
            return job with { Ended = _clock.GetUtcNow(), Failure = reason };
        }
    }

    /// <summary>Removes jobs that ended long ago.</summary>
    private async Task ForgetAsync(CancellationToken cancellation)
    {
        var old = (await _store.ReadAllAsync(Partition, KeyRange.All, cancellation)).Where(row => Decode(row).Ended + Keep < _clock.GetUtcNow());
        foreach (var chunk in old.Chunk(StorageLimits.MaxChanges))
            await _store.CommitAsync(Partition, [.. chunk.Select(row => Change.Delete(row.Key, row.ETag))], cancellation);
    }

    private static JobRow Decode(Row row) => RowCodec.Decode(row.Body, RowJson.Default.JobRow);

    private static byte[] Encode(JobRow row) => RowCodec.Encode(row, RowJson.Default.JobRow);
}
