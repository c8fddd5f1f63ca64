using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The gate of a deployment with many instances: uncontended in a row, contended in a turnstile.</summary>
/// <remarks>The quiet path inserts a row and deletes it, and never asks the turnstile.</remarks>
public sealed class LeaseGate(ITableStore store, ITurnstiles turnstiles, TimeProvider clock, IRandomSource random) : IGate
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(160);

    /// <inheritdoc/>
    public async ValueTask<IGateTurn?> TryEnterAsync(string id, CancellationToken cancellation)
    {
        var token = random.UniqueId();
        return await WriteAsync(id, new LeaseRow(token, clock.GetUtcNow() + GateRefusal.Lease, false), null) is { } etag
            ? new LeaseTurn(this, id, token, etag)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<IGateTurn> EnterAsync(string id, CancellationToken cancellation)
    {
        var token = random.UniqueId();
        var patience = clock.GetUtcNow() + GateRefusal.Patience;
        if (await ApproachAsync(id, token, cancellation) is { } turn)
            return turn;
        try
        {
            for (var pause = FirstPause; clock.GetUtcNow() < patience; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                await Task.Delay(pause, clock, cancellation);
                var state = await turnstiles.ReadAsync(id, cancellation);
                if (state?.Holder == token)
                    return await TakeOverAsync(id, token);
                if (state is not null && state.Refused.Contains(token))
                    throw GateRefusal.Create();
                if (state is { Holder: { } holder } && state.HolderExpires <= clock.GetUtcNow())
                    await turnstiles.SignalAsync(id, new TurnSignal(TurnSignalKind.Expire, holder, clock.GetUtcNow()), cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            await WithdrawAsync(id, token);
            throw;
        }

        await WithdrawAsync(id, token);
        throw GateRefusal.Create();
    }

    /// <summary>Leaves: alone by deleting the row, otherwise by handing over; the last one out removes the row.</summary>
    internal async ValueTask LeaveAsync(string id, string token, string? etag)
    {
        if (etag is not null && (await store.CommitAsync(id, [Change.Delete(OwnerRows.Lease, etag)])).Committed)
            return;
        await turnstiles.SignalAsync(id, new TurnSignal(TurnSignalKind.Leave, token, clock.GetUtcNow()), CancellationToken.None);
        var state = await turnstiles.ReadAsync(id, CancellationToken.None);
        if (state is { IsEmpty: false })
            return;
        if (await ReadAsync(id) is { } row && row.Lease.Holder == token)
            await store.CommitAsync(id, [Change.Delete(OwnerRows.Lease, row.ETag)]);
    }

    /// <summary>Gets in where nobody alive is inside; otherwise marks the row contended, queues at the turnstile, and gives null.</summary>
    private async Task<LeaseTurn?> ApproachAsync(string id, string token, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var now = clock.GetUtcNow();
            var found = await ReadAsync(id);
            if (found is not { } row || (row.Lease.Expires <= now && !row.Lease.Contended))
            {
                if (await WriteAsync(id, new LeaseRow(token, now + GateRefusal.Lease, false), found?.ETag) is { } etag)
                    return new LeaseTurn(this, id, token, etag);
                continue;
            }

            if (!row.Lease.Contended && await WriteAsync(id, row.Lease with { Contended = true }, row.ETag) is null)
                continue;
            await turnstiles.SignalAsync(id, new TurnSignal(TurnSignalKind.Enter, token, now, row.Lease.Holder, row.Lease.Expires), cancellation);
            return null;
        }
    }

    private async Task<LeaseTurn> TakeOverAsync(string id, string token)
    {
        while (true)
        {
            var found = await ReadAsync(id);
            var mine = new LeaseRow(token, clock.GetUtcNow() + GateRefusal.Lease, true);
            if (await WriteAsync(id, mine, found?.ETag) is not null)
                return new LeaseTurn(this, id, token, etag: null);
        }
    }

    private async Task WithdrawAsync(string id, string token)
    {
        await turnstiles.SignalAsync(id, new TurnSignal(TurnSignalKind.Withdraw, token, clock.GetUtcNow()), CancellationToken.None);
        await turnstiles.SignalAsync(id, new TurnSignal(TurnSignalKind.Leave, token, clock.GetUtcNow()), CancellationToken.None);
    }

    private async Task<(LeaseRow Lease, string ETag)?> ReadAsync(string id) =>
        await store.ReadAsync(id, OwnerRows.Lease) is { } row ? (RowCodec.Decode(row.Body, RowJson.Default.LeaseRow), row.ETag) : null;

    /// <summary>Inserts or replaces the row; its new ETag, or null when somebody was faster.</summary>
    private async Task<string?> WriteAsync(string id, LeaseRow lease, string? etag)
    {
        var body = RowCodec.Encode(lease, RowJson.Default.LeaseRow);
        var change = etag is null ? Change.Insert(OwnerRows.Lease, body) : Change.Replace(OwnerRows.Lease, body, etag);
        return (await store.CommitAsync(id, [change])).ETags?[0];
    }
}
