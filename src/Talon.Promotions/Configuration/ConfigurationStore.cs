using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads and changes the configuration. Every change is a new version; all instances see versions in the same order.</summary>
/// <remarks>One per instance. It keeps the last known version and reads only what came after it.</remarks>
public sealed class ConfigurationStore
{
    private const int Attempts = 30;
    private const int CommitTries = 3;
    private const int ReadTries = 3;
    private const int ChangesBeforeCheckpoint = 500;
    private const long BytesBeforeCheckpoint = 1024 * 1024;

    private readonly ConfigurationLog _log;
    private readonly IRandomSource _random;
    private readonly TimeProvider _clock;
    private readonly SharedRun<State> _reads;
    private readonly ConfigurationStore? _rehearsed;
    private readonly Lock _lock = new();
    private State _state = new(Configuration.Empty, new(0, null, 0), null);
    private Task _lastUpdate = Task.CompletedTask;

    /// <summary>Creates the store over an account's sets.</summary>
    public ConfigurationStore(ITableStore table, IRandomSource random, TimeProvider clock)
    {
        _log = new(table);
        _random = random;
        _clock = clock;
        _reads = new(RefreshAsync);
    }

    private ConfigurationStore(ConfigurationStore rehearsed) =>
        (_rehearsed, _log, _random, _clock, _reads) = (rehearsed, rehearsed._log, rehearsed._random, rehearsed._clock, rehearsed._reads);

    /// <summary>The last known configuration, without asking the store; <see cref="Configuration.Empty"/> before the first read.</summary>
    public Configuration Current => (_rehearsed ?? this)._state.Configuration;

    /// <summary>The same configuration, where changes are decided upon and never made.</summary>
    internal ConfigurationStore Rehearsal() => new(this);

    /// <summary>The configuration as of a moment after the call: one point read when nothing changed, shared with other callers.</summary>
    public async ValueTask<Configuration> GetAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return (await _reads.RunAsync()).Configuration;
    }

    /// <summary>Applies changes as one new version, all or nothing, and returns the configuration with them.</summary>
    /// <param name="decide">
    /// Decides on the changes in the light of the configuration given; no changes, no new version. It runs again when another
    /// change came first, and what it throws is thrown.
    /// </param>
    /// <param name="cancellation">Gives up before the change takes effect, or leaves open whether it does.</param>
    public async ValueTask<Configuration> UpdateAsync(Func<Configuration, IReadOnlyList<ConfigurationChange>> decide, CancellationToken cancellation = default)
    {
        if (_rehearsed is not null)
        {
            var current = await GetAsync(cancellation);
            return decide(current).Count == 0 ? current : throw new RehearsalEndedException();
        }

        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_lock)
            (before, _lastUpdate) = (_lastUpdate, done.Task);
        await before;
        try
        {
            return await UpdateInTurnAsync(decide, cancellation);
        }
        finally
        {
            done.SetResult();
        }
    }

    private async ValueTask<Configuration> UpdateInTurnAsync(Func<Configuration, IReadOnlyList<ConfigurationChange>> decide, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            var from = await _reads.RunAsync();
            var changes = decide(from.Configuration);
            if (changes.Count == 0)
                return from.Configuration;

            var packed = ChangeCodec.Pack(changes);
            var checkpoint = await CheckpointAsync(from, packed.Length, cancellation);
            var pending = packed.Length + (checkpoint == from.Head.Checkpoint ? from.Head.Pending : 0);
            var head = new ConfigurationHead(from.Head.Version + 1, checkpoint, pending);
            if (!await CommitAsync(head, from.ETag, packed, cancellation))
                continue;
            if (checkpoint != from.Head.Checkpoint && from.Head.Checkpoint is { } previous)
                await RemoveCheckpointsAsync(previous.Version);
            return Publish(new(from.Configuration.With(changes, head.Version), head, null)).Configuration;
        }

        throw new ConflictException("The configuration is being changed by others at the same time");
    }

    /// <summary>Commits, and reads back whatever was not answered or answered as a conflict.</summary>
    private async ValueTask<bool> CommitAsync(ConfigurationHead head, string? etag, byte[] packed, CancellationToken cancellation)
    {
        var id = _random.UniqueId();
        var header = new ChangeHeader(id, _clock.GetUtcNow(), await _log.WriteSetAsync(id, packed, cancellation));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await _log.TryCommitAsync(head, etag, header, packed, cancellation))
                    return true;
                return await _log.ReadAuthorAsync(head.Version, cancellation) == id;
            }
            catch (StorageUnavailableException) when (attempt < CommitTries)
            {
            }
        }
    }

    /// <summary>Writes the version that is being changed in whole when many changes came since the last time.</summary>
    private async ValueTask<CheckpointHeader?> CheckpointAsync(State from, long bytes, CancellationToken cancellation)
    {
        var last = from.Head.Checkpoint;
        var changes = from.Head.Version - (last?.Version ?? 0);
        if (changes == 0 || (changes < ChangesBeforeCheckpoint && from.Head.Pending + bytes < Math.Max(BytesBeforeCheckpoint, last?.Bytes ?? 0)))
            return last;
        var packed = ChangeCodec.Pack(from.Configuration.AsChanges());
        await _log.WriteCheckpointAsync(from.Head.Version, packed, cancellation);
        return new(from.Head.Version, packed.Length);
    }

    /// <summary>Removes the checkpoints before one that was in force until now, which readers may still be at. What is left is removed the next time.</summary>
    private async Task RemoveCheckpointsAsync(long version)
    {
        try
        {
            await _log.RemoveCheckpointsAsync(version, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
        }
    }

    private async Task<State> RefreshAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RefreshOnceAsync();
            }
            catch (InvalidDataException) when (attempt < ReadTries)
            {
                // The checkpoint went away while it was read: the version row names a newer one by now.
            }
        }
    }

    private async Task<State> RefreshOnceAsync()
    {
        var known = _state;
        if (await _log.ReadHeadAsync(default) is not var (head, etag) || etag == known.ETag)
            return known;
        if (head.Version < known.Head.Version)
            return known;
        if (head.Version == known.Head.Version)
            return Publish(known with { Head = head, ETag = etag });

        var from = known.Configuration;
        if (head.Checkpoint is { } checkpoint && checkpoint.Version > from.Version && (from.Version == 0 || head.Version - from.Version > ChangesBeforeCheckpoint))
            from = Configuration.Empty.With(await _log.ReadCheckpointAsync(checkpoint, default), checkpoint.Version);
        var changes = await _log.ReadChangesAsync(from.Version, head.Version, default);
        return Publish(new(from.With(changes, head.Version), head, etag));
    }

    private State Publish(State state)
    {
        lock (_lock)
        {
            if (state.Head.Version >= _state.Head.Version)
                _state = state;
            return _state;
        }
    }

    private sealed record State(Configuration Configuration, ConfigurationHead Head, string? ETag);
}
