using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Work that takes longer than a request, and that its caller can watch: a chore with a row that says how far it has got.</summary>
public sealed class JobService
{
    /// <summary>How long an ended job can be looked at.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromDays(7);

    private readonly ITableStore _store;
    private readonly ChoreRunner _chores;
    private readonly IdSource _ids;
    private readonly TimeProvider _clock;

    internal JobService(ITableStore store, ChoreRunner chores, IdSource ids, TimeProvider clock) => (_store, _chores, _ids, _clock) = (store, chores, ids, clock);

    /// <summary>All jobs that run or ended lately, by id.</summary>
    public async Task<IReadOnlyList<Job>> ListAsync(CancellationToken cancellation) =>
        [.. (await _store.ReadAllAsync(JobRows.Partition, KeyRange.All, cancellation)).Select(row => Job.From(JobRows.Decode(row)))];

    /// <summary>A job; null when there is none, or it ended long ago.</summary>
    public async Task<Job?> FindAsync(long id, CancellationToken cancellation) =>
        await _store.ReadAsync(JobRows.Partition, JobRows.Key(id), cancellation) is { } row ? Job.From(JobRows.Decode(row)) : null;

    /// <summary>Writes a job down; it begins when it is woken, or else on its own after <see cref="AttemptStore.GuardDelay"/>.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="cancellation">Gives up before it is written, or leaves open whether it is.</param>
    internal async Task<Job> PlanAsync(JobWork work, CancellationToken cancellation)
    {
        await ForgetAsync(cancellation);
        var row = new JobRow { Id = await _ids.NextAsync(IdKinds.Job, cancellation), Created = _clock.GetUtcNow(), Work = work };
        var chore = new ChoreRow { Id = Chore(row.Id), Kind = ChoreKind.RunJob, Job = row.Id };
        var begun = _clock.GetTimestamp();
        await _chores.PlanAsync(chore, AttemptStore.GuardDelay, cancellation);
        await _store.CommitAsync(JobRows.Partition, [Change.Upsert(JobRows.Key(row.Id), JobRows.Encode(row))], cancellation);
        // The chore may have ended because there was no job.
        if (_clock.GetElapsedTime(begun) >= AttemptStore.GuardDelay)
            await _chores.PlanAsync(chore, AttemptStore.GuardDelay, cancellation);
        return Job.From(row);
    }

    /// <summary>Begins a job.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="cancellation">Gives up before it begins, or leaves open whether it does.</param>
    internal async Task<Job> BeginAsync(JobWork work, CancellationToken cancellation)
    {
        var job = await PlanAsync(work, cancellation);
        await WakeAsync(job.Id, cancellation);
        return job;
    }

    /// <summary>Has a job begin now.</summary>
    internal Task WakeAsync(long id, CancellationToken cancellation) => _chores.WakeAsync(Chore(id), cancellation);

    private static string Chore(long id) => string.Create(CultureInfo.InvariantCulture, $"job.{id}");

    /// <summary>Removes jobs that ended long ago.</summary>
    private async Task ForgetAsync(CancellationToken cancellation)
    {
        var old = (await _store.ReadAllAsync(JobRows.Partition, KeyRange.All, cancellation)).Where(row => JobRows.Decode(row).Ended + Keep < _clock.GetUtcNow());
        foreach (var chunk in old.Chunk(StorageLimits.MaxChanges))
            await _store.CommitAsync(JobRows.Partition, [.. chunk.Select(row => Change.Delete(row.Key, row.ETag))], cancellation);
    }
}
