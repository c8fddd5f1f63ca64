using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The gate of a deployment with many instances: uncontended in a row, contended in a turnstile.</summary>
/// <remarks>
/// The row alone tells who is inside, and every change of it is conditional, so that two never are while a lease lasts. The
/// turnstile tells whose turn it is to take the row next. The quiet path inserts the row and deletes it, and never asks the
/// turnstile; a holder whose row was marked contended leaves the row behind for those who wait.
/// </remarks>
public sealed class LeaseGate(ITableStore store, ITurnstiles turnstiles, TimeProvider clock, IRandomSource random) : IGate
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(160);

    /// <inheritdoc/>
    public async ValueTask<IGateTurn?> TryEnterAsync(string id, string? request, CancellationToken cancellation) =>
        await WriteAsync(id, Lease(random.UniqueId(), request, contended: false), null);

    /// <inheritdoc/>
    public async ValueTask<IGateTurn> EnterAsync(string id, string? request, CancellationToken cancellation)
    {
        var token = random.UniqueId();
        var until = clock.GetUtcNow() + GateRefusal.Patience;
        var (turn, inside) = await ApproachAsync(id, token, request, cancellation);
        if (turn is not null)
            return turn;
        await turnstiles.SignalAsync(id, new TurnSignal(TurnSignalKind.Enter, token, clock.GetUtcNow(), until, inside), cancellation);
        try
        {
            return await WaitAsync(id, token, request, until, cancellation) ?? throw GateRefusal.Create();
        }
        finally
        {
            await LeaveQueueAsync(id, token);
        }
    }

    /// <summary>Leaves: where somebody waits by leaving the row behind, otherwise by deleting it.</summary>
    internal async ValueTask LeaveAsync(string id, LeaseRow lease, string etag)
    {
        var mine = (Lease: lease, ETag: etag);
        while (!(await store.CommitAsync(id, [Exit(mine.Lease, mine.ETag)])).Committed)
        {
            if (await ReadAsync(id) is not { } found || found.Lease.Holder != lease.Holder)
                return;
            mine = found;
        }
    }

    /// <summary>The change that leaves.</summary>
    internal Change Exit(LeaseRow lease, string etag) => lease.Contended
        ? Change.Replace(OwnerRows.Lease, RowCodec.Encode(LeaseRow.KeptUntil(clock.GetUtcNow() + GateRefusal.Keeping), RowJson.Default.LeaseRow), etag)
        : Change.Delete(OwnerRows.Lease, etag);

    /// <summary>Gets in where nobody alive is inside; otherwise marks the row contended and tells who is.</summary>
    private async Task<(LeaseTurn? Turn, string Inside)> ApproachAsync(string id, string token, string? request, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await ReadAsync(id) is not var (lease, etag))
            {
                if (await WriteAsync(id, Lease(token, request, contended: false), null) is { } first)
                    return (first, token);
            }
            else if (lease.IsForAnybody(clock.GetUtcNow()))
            {
                if (await WriteAsync(id, Lease(token, request, contended: false), etag) is { } next)
                    return (next, token);
            }
            else if (lease.IsRepeatedBy(request, clock.GetUtcNow()))
            {
                throw RunningKeys.StillRunning();
            }
            else if (lease.Contended || await WriteAsync(id, lease with { Contended = true }, etag) is not null)
            {
                return (null, lease.Holder);
            }
        }
    }

    /// <summary>Waits for the turn, and takes it; null when patience is over or there are too many.</summary>
    private async Task<LeaseTurn?> WaitAsync(string id, string token, string? request, DateTimeOffset until, CancellationToken cancellation)
    {
        for (var pause = FirstPause; clock.GetUtcNow() < until; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Task.Delay(pause, clock, cancellation);
            var state = await turnstiles.ReadAsync(id, cancellation);
            if (state is null || !state.Knows(token))
            {
                // A turnstile that is slow to wake up keeps nobody out of a place that others may take.
                if (pause == LongestPause && await TakeFreeAsync(id, token, request) is { } free)
                    return free;
                continue;
            }

            if (state.Refuses(token))
                return null;
            if (state.First(clock.GetUtcNow()) == token && await TakeAsync(id, token, request, contended: state.Waiting.Count > 1) is { } turn)
                return turn;
        }

        return null;
    }

    /// <summary>Takes the row if nobody is inside and nobody waits, or nobody came for the place in time.</summary>
    private async Task<LeaseTurn?> TakeFreeAsync(string id, string token, string? request)
    {
        if (await ReadAsync(id) is not var (lease, etag))
            return await WriteAsync(id, Lease(token, request, contended: false), null);
        return lease.IsForAnybody(clock.GetUtcNow()) ? await WriteAsync(id, Lease(token, request, contended: false), etag) : null;
    }

    /// <summary>Takes the row if nobody alive is inside; otherwise makes sure that it will be left behind.</summary>
    private async Task<LeaseTurn?> TakeAsync(string id, string token, string? request, bool contended)
    {
        if (await ReadAsync(id) is not var (lease, etag))
            return await WriteAsync(id, Lease(token, request, contended), null);
        if (lease.IsFor(clock.GetUtcNow()))
            return await WriteAsync(id, Lease(token, request, contended), etag);
        if (!lease.Contended)
            await WriteAsync(id, lease with { Contended = true }, etag);
        return null;
    }

    private async Task LeaveQueueAsync(string id, string token)
    {
        try
        {
            await turnstiles.SignalAsync(id, new TurnSignal(TurnSignalKind.Leave, token, clock.GetUtcNow()), CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // The place in the queue is given up when patience is over.
        }
    }

    private LeaseRow Lease(string token, string? request, bool contended) => new(token, clock.GetUtcNow() + GateRefusal.Lease, contended, request);

    private async Task<(LeaseRow Lease, string ETag)?> ReadAsync(string id) =>
        await store.ReadAsync(id, OwnerRows.Lease) is { } row ? (RowCodec.Decode(row.Body, RowJson.Default.LeaseRow), row.ETag) : null;

    /// <summary>Inserts or replaces the row; null when somebody was faster.</summary>
    private async Task<LeaseTurn?> WriteAsync(string id, LeaseRow lease, string? etag)
    {
        var body = RowCodec.Encode(lease, RowJson.Default.LeaseRow);
        var change = etag is null ? Change.Insert(OwnerRows.Lease, body) : Change.Replace(OwnerRows.Lease, body, etag);
        return await store.CommitAsync(id, [change]) is { Committed: true } result ? new LeaseTurn(this, id, lease, result.ETags![0]) : null;
    }
}
