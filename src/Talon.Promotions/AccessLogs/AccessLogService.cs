using System.Globalization;
using System.Runtime.CompilerServices;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Keeps calls of the Integration API for 30 days.</summary>
/// <remarks>
/// Calls wait in memory and are written many at a time, after their answers. So a crash loses the last of them, and a
/// store that cannot follow makes some be dropped: what is kept is for looking at, nothing depends on it. For each day a
/// message is queued that removes it when its time has come.
/// </remarks>
public sealed class AccessLogService
{
    /// <summary>The queue of days to be removed.</summary>
    internal const string Queue = "accesslogs";

    private const int MostWaiting = 2_000;
    private const int MostInARow = 80;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);

    private readonly ITableStore _store;
    private readonly IMessageQueue _queue;
    private readonly TimeProvider _clock;
    private readonly IRandomSource _random;
    private readonly Lock _lock = new();
    private readonly HashSet<(long Application, string Day)> _days = [];
    private List<(long Application, AccessLogEntry Entry)> _waiting = [];
    private DateTimeOffset _oldest;
    private readonly SharedRun<int> _writing;

    internal AccessLogService(ITableStore store, IMessageQueue queue, TimeProvider clock, IRandomSource random)
    {
        (_store, _queue, _clock, _random) = (store, queue, clock, random);
        _writing = new SharedRun<int>(WriteWaitingAsync);
    }

    /// <summary>How long calls are kept.</summary>
    public static TimeSpan Keep { get; } = TimeSpan.FromDays(30);

    /// <summary>How long a call may wait to be written with others. Zero for a host that may be frozen after any answer: there the request waits until it is written.</summary>
    public TimeSpan Patience { get; set; }

    /// <summary>How many calls were dropped, since too many were waiting or the store did not answer.</summary>
    public long Dropped { get; private set; }

    /// <summary>Takes a call to be kept, and begins to write those that wait when it is time to.</summary>
    public Task RecordAsync(long applicationId, AccessLogEntry entry)
    {
        Span<byte> uuid = stackalloc byte[16];
        _random.Fill(uuid);
        lock (_lock)
        {
            if (_waiting.Count >= MostWaiting)
            {
                Dropped++;
                return Task.CompletedTask;
            }

            if (_waiting.Count == 0)
                _oldest = _clock.GetUtcNow();
            _waiting.Add((applicationId, entry with { Uuid = new Guid(uuid) }));
            if (_clock.GetUtcNow() < _oldest + Patience && _waiting.Count < MostInARow)
                return Task.CompletedTask;
        }

        var written = FlushAsync();
        return Patience > TimeSpan.Zero ? Task.CompletedTask : written;
    }

    /// <summary>Writes the calls that wait now; those that come later are not waited for. All callers share the writing that comes after one under way.</summary>
    public Task FlushAsync() => _writing.RunAsync();

    /// <summary>An Application's calls between two moments, in the order of their time. Those of this instance that wait are written first.</summary>
    public async IAsyncEnumerable<AccessLogEntry> ReadAsync(long applicationId, DateTimeOffset after, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await FlushAsync();
        var kept = _clock.GetUtcNow() - Keep;
        var range = AccessLogRows.Between(after > kept ? after : kept, before);
        foreach (var day in await _store.ReadAllAsync(AccessLogRows.Days(applicationId), KeyRange.All, cancellation))
        {
            if (!AccessLogRows.TryRead(day.Key, out var start) || start >= before || start + TimeSpan.FromDays(1) <= after)
                continue;
            var shards = Enumerable.Range(0, AccessLogRows.Shards).Select(shard => _store.StreamAsync(AccessLogRows.Partition(applicationId, day.Key, shard), range, cancellation, MostInARow));
            await foreach (var row in OrderedMerge.ByKeyAsync(shards, cancellation))
                yield return RowCodec.Decode(row.Body, RowJson.Default.AccessLogEntry);
        }
    }

    /// <summary>Removes the day that a message names when its time has come; until then the message waits.</summary>
    public async Task ExpireAsync(string message, CancellationToken cancellation)
    {
        if (message.Split(':') is not [var id, var day] || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var application) || !AccessLogRows.TryRead(day, out var start))
            throw new System.Text.Json.JsonException($"\"{message}\" names no day.");
        var left = start + TimeSpan.FromDays(1) + Keep - _clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await _queue.SendAsync(Queue, message, left < StorageLimits.MaxDelay ? left : StorageLimits.MaxDelay, cancellation);
            return;
        }

        if (!await RemoveAsync(application, day, cancellation))
            await _queue.SendAsync(Queue, message, cancellation: cancellation);
    }

    private async Task<int> WriteWaitingAsync()
    {
        var taken = TakeWaiting();
        try
        {
            foreach (var group in taken.GroupBy(call => (call.Application, Day: AccessLogRows.DayOf(call.Entry.Time))))
            {
                await AnnounceAsync(group.Key.Application, group.Key.Day);
                await Task.WhenAll(group.Select(call => call.Entry).Chunk(MostInARow).Select(chunk => WriteAsync(group.Key.Application, group.Key.Day, chunk)));
            }
        }
        catch (StorageUnavailableException)
        {
            lock (_lock)
                Dropped += taken.Count;
            throw;
        }

        return taken.Count;
    }

    private List<(long Application, AccessLogEntry Entry)> TakeWaiting()
    {
        lock (_lock)
        {
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }

    private async Task WriteAsync(long application, string day, AccessLogEntry[] entries) => await _store.CommitAsync(
        AccessLogRows.Partition(application, day, _random.Below(AccessLogRows.Shards)),
        [.. entries.Select(entry => Change.Upsert(AccessLogRows.Key(entry), RowCodec.Encode(entry, RowJson.Default.AccessLogEntry)))]);

    /// <summary>Sees to it that a day is listed, and that it will be removed; the latter first.</summary>
    private async Task AnnounceAsync(long application, string day)
    {
        if (_days.Contains((application, day)))
            return;
        var directory = AccessLogRows.Days(application);
        if (await _store.ReadAsync(directory, day) is null)
        {
            await _queue.SendAsync(Queue, string.Create(CultureInfo.InvariantCulture, $"{application}:{day}"), StorageLimits.MaxDelay);
            await _store.CommitAsync(directory, [Change.Upsert(day, RowCodec.Empty)]);
        }

        _days.Add((application, day));
    }

    /// <summary>Removes a day's calls for a while; false when some are left.</summary>
    private async Task<bool> RemoveAsync(long application, string day, CancellationToken cancellation)
    {
        var begun = _clock.GetTimestamp();
        for (var shard = 0; shard < AccessLogRows.Shards; shard++)
        {
            var partition = AccessLogRows.Partition(application, day, shard);
            while (await _store.ReadRangeAsync(partition, KeyRange.All, StorageLimits.MaxChanges, cancellation) is { Rows.Count: > 0 } page)
            {
                if (_clock.GetElapsedTime(begun) > Slice)
                    return false;
                await _store.CommitAsync(partition, [.. page.Rows.Select(row => Change.Delete(row.Key, row.ETag))], cancellation);
            }
        }

        if (await _store.ReadAsync(AccessLogRows.Days(application), day, cancellation) is { } listed)
            await _store.CommitAsync(AccessLogRows.Days(application), [Change.Delete(day, listed.ETag)], cancellation);
        return true;
    }
}
