namespace Talon.Promotions;

/// <summary>Custom events, over the storage ports.</summary>
internal sealed class EventService(IGate gate, RunningKeys running, EventReader reader, EventEvaluation evaluation) : IEventService
{
    private const int Tries = 4;

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> TrackAsync(RequestContext context, EventUpdate update, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        if (update.Dry)
        {
            var read = await reader.ReadAsync(context with { Idempotency = null }, update, cancellation);
            EventChecks.Check(update, read);
            return render(await evaluation.PreviewAsync(context, update, read, cancellation));
        }

        using var run = running.Begin(context);
        var owner = EventReader.Owner(context, update);
        var profile = Partitions.Profile(update.ProfileId);
        await using var turns = new UpdateTurns(gate, owner, context);
        await turns.EnterAsync(owner == profile || update.ProfileId.Length == 0 ? null : profile, cancellation);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(context, update, turns.Session, render, cancellation);
            }
            catch (RaceLostException) when (tries < Tries)
            {
            }
            catch (RaceLostException)
            {
                throw GateRefusal.Create();
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IntegrationEvent> GetAsync(RequestContext context, string integrationId, CancellationToken cancellation) =>
        await reader.FindAsync(context, integrationId, cancellation) ?? throw new NotFoundException($"There is no event \"{integrationId}\".");

    private async Task<ReadOnlyMemory<byte>> TryAsync(RequestContext context, EventUpdate update, IGateTurn turn, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        var read = await reader.ReadAsync(context, update, cancellation);
        if (read.Kept.Answer is { } repeated)
            return repeated;
        if (read.Existing is not null)
            throw new ConflictException($"There is already an event \"{update.IntegrationId}\"");
        EventChecks.Check(update, read);
        return await evaluation.RunAsync(context, update, read, turn, render, cancellation);
    }
}
