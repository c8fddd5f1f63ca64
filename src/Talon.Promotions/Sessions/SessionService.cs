using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The life of customer sessions, over the storage ports.</summary>
internal sealed class SessionService(
    ITableStore store,
    IGate gate,
    RunningKeys running,
    SessionReader reader,
    SessionDryRun dryRun,
    SessionEvaluation evaluation,
    SessionRollback rollback,
    SessionReturn returns,
    Settlement settlement,
    OutboxWorker outbox)
    : ISessionService
{
    private const int Tries = 4;

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> UpdateAsync(RequestContext context, SessionUpdate update, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        if (update.Dry)
            return render(await dryRun.RunAsync(context, update, cancellation));
        using var run = running.Begin(context);
        await using var turns = new UpdateTurns(gate, Partitions.Session(context.ApplicationId, update.IntegrationId), context);
        var first = Begin(turns, update.ProfileId, () => reader.ReadAsync(context, update, cancellation), cancellation);
        return await TryAsync(first, () => reader.ReadAsync(context, update, cancellation), async named =>
        {
            var entering = turns.EnterProfileAsync(Profile(update.ProfileId ?? named.Stored?.Session.ProfileId), cancellation);
            var completing = reader.CompleteAsync(context, update, named, cancellation);
            await Task.WhenAll(entering, completing);
            var read = await entering ? throw new RaceLostException(named.Partition) : await completing;
            var filled = update.Filled(read.CatalogItems, context.Now);
            SessionChecks.Check(filled, context, read);
            var transition = SessionTransitions.Of(read.Stored?.Session.State, update.State, update.Pointer);
            return transition == SessionTransition.Cancel
                ? await rollback.RunAsync(context, transition, read, turns.Session, update.Include, render)
                : await evaluation.RunAsync(context, filled, transition, read, turns.Session, render, cancellation);
        });
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> ReopenAsync(RequestContext context, string integrationId, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        using var run = running.Begin(context);
        await using var turns = new UpdateTurns(gate, Partitions.Session(context.ApplicationId, integrationId), context);
        var first = Begin(turns, null, () => reader.ReadSessionAsync(context, integrationId, cancellation), cancellation);
        return await TryAsync(first, () => reader.ReadSessionAsync(context, integrationId, cancellation), async read =>
        {
            var stored = read.Stored?.Session ?? throw Unknown(integrationId);
            if (stored.State != SessionState.Closed)
                throw new InvalidRequestException(new Problem("Invalid state transition", $"Only a closed session can be reopened; this one is {stored.State.ApiName()}."));
            if (await turns.EnterProfileAsync(Profile(stored.ProfileId), cancellation))
                throw new RaceLostException(read.Partition);
            return await rollback.RunAsync(context, SessionTransition.Reopen, read, turns.Session, ResponseContent.None, render);
        });
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> ReturnAsync(RequestContext context, ReturnRequest request, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        if (request.Dry)
        {
            var read = await reader.ReadSessionAsync(context with { Idempotency = null }, request.IntegrationId, cancellation);
            return await returns.RunAsync(context, request, Returnable(read, request), null, render, cancellation);
        }

        using var run = running.Begin(context);
        await using var turns = new UpdateTurns(gate, Partitions.Session(context.ApplicationId, request.IntegrationId), context);
        var first = Begin(turns, null, () => reader.ReadSessionAsync(context, request.IntegrationId, cancellation), cancellation);
        return await TryAsync(first, () => reader.ReadSessionAsync(context, request.IntegrationId, cancellation), async read =>
        {
            if (await turns.EnterProfileAsync(Profile(Returnable(read, request).Stored!.Session.ProfileId), cancellation))
                throw new RaceLostException(read.Partition);
            return await returns.RunAsync(context, request, read, turns.Session, render, cancellation);
        });
    }

    /// <inheritdoc/>
    public async Task<(CustomerSession Session, IReadOnlyList<Effect> NetEffects)> GetAsync(RequestContext context, string integrationId, CancellationToken cancellation)
    {
        var read = await reader.ReadSessionAsync(context with { Idempotency = null }, integrationId, cancellation);
        var row = read.Stored ?? throw Unknown(integrationId);
        var granted = await EffectPages.ReadAsync(store, read.Partition, row, cancellation);
        return (row.Session, [.. granted.Select(effect => effect.Net)]);
    }

    private static SessionRead Returnable(SessionRead read, ReturnRequest request)
    {
        var session = read.Stored?.Session ?? throw Unknown(request.IntegrationId);
        return session.State is SessionState.Closed or SessionState.PartiallyReturned
            ? read
            : throw new InvalidRequestException(new Problem("Invalid state transition", $"Only cart items of a closed session can be returned; this one is {session.State.ApiName()}."));
    }

    private static NotFoundException Unknown(string integrationId) => new($"There is no customer session \"{integrationId}\".");

    private static string? Profile(string? profileId) => string.IsNullOrEmpty(profileId) ? null : Partitions.Profile(profileId);

    /// <summary>Enters the gate and reads, side by side; what was read while waiting is read again.</summary>
    private static async Task<SessionRead> Begin(UpdateTurns turns, string? profileId, Func<Task<SessionRead>> readAsync, CancellationToken cancellation)
    {
        var entering = turns.EnterAsync(Profile(profileId), cancellation);
        var reading = readAsync();
        await Task.WhenAll(entering, reading);
        return await entering ? await readAsync() : await reading;
    }

    private async Task<ReadOnlyMemory<byte>> TryAsync(Task<SessionRead> first, Func<Task<SessionRead>> readAsync, Func<SessionRead, Task<ReadOnlyMemory<byte>>> updateAsync)
    {
        var read = await CleanAsync(await first, readAsync);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return read.Kept.Answer ?? await updateAsync(read);
            }
            catch (RaceLostException) when (tries < Tries)
            {
                read = await CleanAsync(await readAsync(), readAsync);
            }
            catch (RaceLostException)
            {
                throw GateRefusal.Create();
            }
        }
    }

    /// <summary>Brings to an end what a request left that died in the middle, applies what earlier commits still owe, so that nothing overtakes, and reads again.</summary>
    private async Task<SessionRead> CleanAsync(SessionRead read, Func<Task<SessionRead>> readAsync)
    {
        if (read.Unfinished.Count == 0 && read.Outbox.Count == 0)
            return read;
        foreach (var attempt in read.Unfinished)
            await settlement.SettleAsync(attempt, CancellationToken.None);
        await outbox.WorkOffAsync(read.Partition, CancellationToken.None);
        return await readAsync();
    }
}
