using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads what tracking an event needs, in one trip.</summary>
internal sealed class EventReader(
    ITableStore store,
    ConfigurationStore configurations,
    KeptAnswers answers,
    ProfileReader profiles,
    SessionReader sessions,
    CardReader cards,
    Settlement settlement)
{
    /// <summary>Where an event is stored.</summary>
    public static string Owner(RequestContext context, EventUpdate update) => update.IntegrationId is { } id
        ? Partitions.Event(context.ApplicationId, id)
        : Partitions.Profile(update.ProfileId);

    /// <summary>Reads; what a request left that died in the middle is brought to its end first, but for a dry one, which has no turn and may meet a living one.</summary>
    public async Task<EventRead> ReadAsync(RequestContext context, EventUpdate update, CancellationToken cancellation)
    {
        var owner = Owner(context, update);
        var configuration = configurations.GetAsync(cancellation).AsTask();
        var profile = profiles.ReadAsync(update.ProfileId, cancellation);
        var kept = answers.FindAsync(context, owner, cancellation);
        var own = update.IntegrationId is null ? Task.FromResult<IReadOnlyList<Row>>([]) : store.ReadAllAsync(owner, OwnerRows.Live, cancellation);
        var session = (update.ConnectedSessionId ?? update.SessionId) is { } id
            ? sessions.ReadSessionAsync(context with { Idempotency = null }, id, cancellation)
            : Task.FromResult<SessionRead>(null!);
        await Task.WhenAll(configuration, profile, kept, own, session);
        if (!update.Dry)
            await SettleAsync(owner, update.IntegrationId is null ? (await profile).Unfinished : await own);
        return new EventRead
        {
            Application = (await configuration).For(context.ApplicationId),
            Card = await cards.ReadAsync((await configuration).For(context.ApplicationId), update.LoyaltyCards, cancellation),
            Owner = owner,
            Profile = await profile,
            Kept = await kept,
            Existing = (await own).FirstOrDefault(row => row.Key == OwnerRows.Entity) is { } row ? RowCodec.Decode(row.Body, RowJson.Default.EventRow).Event : null,
            Session = (await session)?.Stored?.Session,
        };
    }

    /// <summary>An event that has an id of the integrator's; null for none.</summary>
    public async Task<IntegrationEvent?> FindAsync(RequestContext context, string integrationId, CancellationToken cancellation) =>
        await store.ReadAsync(Partitions.Event(context.ApplicationId, integrationId), OwnerRows.Entity, cancellation) is { } row
            ? RowCodec.Decode(row.Body, RowJson.Default.EventRow).Event
            : null;

    private async Task SettleAsync(string owner, IReadOnlyList<Row> rows)
    {
        foreach (var row in rows.Where(row => row.Key.StartsWith(OwnerRows.PendingPrefix, StringComparison.Ordinal)))
            await settlement.SettleAsync(new AttemptReference(owner, row.Key[OwnerRows.PendingPrefix.Length..]), CancellationToken.None);
    }
}
