using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Creates or updates many customer profiles in one request. Rules do not run.</summary>
/// <remarks>
/// Nothing crosses partitions, so each profile is written for itself; after a crash in between, a repeat of the request completes it.
/// The kept answer of a request is linked from the profiles that it shows.
/// </remarks>
public sealed class ProfileBatchService
{
    private const int MostSideBySide = 32;

    private static readonly TimeSpan AnswerLife = TimeSpan.FromHours(24.1);

    private readonly ConfigurationStore _configurations;
    private readonly ProfileReader _reader;
    private readonly ProfileWriter _writer;
    private readonly KeptAnswers _answers;
    private readonly RunningKeys _running;
    private readonly ChoreRunner _chores;
    private readonly ITableStore _store;
    private readonly TimeProvider _clock;

    internal ProfileBatchService(ConfigurationStore configurations, ProfileReader reader, ProfileWriter writer, KeptAnswers answers, RunningKeys running, ChoreRunner chores, ITableStore store, TimeProvider clock) =>
        (_configurations, _reader, _writer, _answers, _running, _chores, _store, _clock) = (configurations, reader, writer, answers, running, chores, store, clock);

    /// <summary>Updates profiles; of several updates of one customer the later ones win.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="updates">What to set: attributes and audiences.</param>
    /// <param name="render">Writes the answer, given a profile for each update; null for an empty one.</param>
    /// <param name="cancellation">Ends the work between writes.</param>
    /// <exception cref="InvalidRequestException">Something is wrong with an update; nothing was stored.</exception>
    public async Task<ReadOnlyMemory<byte>> UpdateAsync(RequestContext context, IReadOnlyList<ProfileUpdate> updates, Func<IReadOnlyList<CustomerProfile>, byte[]>? render, CancellationToken cancellation)
    {
        using var run = _running.Begin(context);
        var owner = context.Idempotency is { } key ? Partitions.BatchAnswer(context.ApplicationId, key) : null;
        var kept = owner is null ? default : await _answers.FindAsync(context, owner, cancellation);
        if (kept.Answer is { } repeated)
            return repeated;
        var application = (await _configurations.GetAsync(cancellation)).For(context.ApplicationId);
        Check(updates, application);
        var shown = new Dictionary<string, CustomerProfile>();
        foreach (var batch in updates.GroupBy(update => update.IntegrationId).Chunk(MostSideBySide))
        {
            var written = await Task.WhenAll(batch.Select(customer => WriteAsync(context, application, customer.Key, [.. customer], render is null ? null : owner, cancellation)));
            foreach (var profile in written)
                shown[profile.IntegrationId] = profile;
        }

        ReadOnlyMemory<byte> answer = render?.Invoke([.. updates.Select(update => shown[update.IntegrationId])]) ?? [];
        if (owner is not null)
            await KeepAsync(context, owner, kept, answer);
        return answer;
    }

    private static void Check(IReadOnlyList<ProfileUpdate> updates, ApplicationConfiguration application)
    {
        var problems = new List<Problem>();
        for (var i = 0; i < updates.Count; i++)
        {
            var at = JsonPointer.Append("/customerProfiles", i);
            if (updates[i].Attributes is { } attributes)
                application.Attributes.Check(AttributeEntity.CustomerProfile, attributes, at + "/attributes", problems);
            ProfileChecks.Audiences(updates[i].AudienceAdds, at + "/audiencesChanges/adds", application, problems);
            ProfileChecks.Audiences(updates[i].AudienceDeletes, at + "/audiencesChanges/deletes", application, problems);
        }

        if (problems.Count > 0)
            throw new InvalidRequestException(problems);
    }

    private async Task<CustomerProfile> WriteAsync(RequestContext context, ApplicationConfiguration application, string customer, IReadOnlyList<ProfileUpdate> updates, string? shownIn, CancellationToken cancellation)
    {
        for (var retry = new Retry(_clock); ; await retry.DelayAsync(cancellation))
        {
            var read = await _reader.ReadAsync(customer, cancellation);
            var stored = read.Stored ?? new ProfileRow { Profile = await _writer.NewAsync(customer, context.Now, cancellation) };
            var (row, moves) = Merge(application, stored, updates);
            var body = RowCodec.Encode(row, RowJson.Default.ProfileRow);
            Change[] changes =
            [
                read.ETag is { } etag ? Change.Replace(OwnerRows.Entity, body, etag) : Change.Insert(OwnerRows.Entity, body),
                .. shownIn is null ? [] : new[] { LinkRows.To(shownIn) },
            ];
            var left = await _writer.AnnounceAsync(customer, moves, cancellation);
            var moving = await _writer.MoveAheadAsync(read.Partition, moves, cancellation);
            if (moving is null || !(await _store.CommitAsync(read.Partition, [.. changes, .. moving], cancellation)).Committed)
                continue;
            if (moves != AudienceMoves.None)
                await _writer.MovedAsync(moves, left, context.Now, CancellationToken.None);
            return row.Shown(application);
        }
    }

    private static (ProfileRow Row, AudienceMoves Moves) Merge(ApplicationConfiguration application, ProfileRow stored, IReadOnlyList<ProfileUpdate> updates)
    {
        var attributes = updates.Aggregate(stored.Profile.Attributes, (merged, update) => JsonObject.Merge(merged, update.Attributes));
        var wanted = new Dictionary<long, bool>();
        foreach (var update in updates)
        {
            foreach (var audience in update.AudienceAdds)
                wanted[audience] = true;
            foreach (var audience in update.AudienceDeletes)
                wanted[audience] = false;
        }

        var moves = AudienceMoves.Of(application, stored.Memberships, [.. wanted.Where(pair => pair.Value).Select(pair => pair.Key)], [.. wanted.Where(pair => !pair.Value).Select(pair => pair.Key)]);
        return (stored with { Profile = stored.Profile with { Attributes = attributes }, Memberships = moves.After(stored.Memberships) }, moves);
    }

    /// <summary>Keeps the answer: its pages first, then the row that leads to them.</summary>
    private async Task KeepAsync(RequestContext context, string owner, KeptAnswer expired, ReadOnlyMemory<byte> answer)
    {
        await _chores.PlanAsync(new ChoreRow { Kind = ChoreKind.RemoveAnswer, Partition = owner }, AnswerLife, CancellationToken.None);
        var changes = KeptAnswers.Keep(context, expired, answer).ToList();
        foreach (var page in changes.Skip(1))
            await _store.CommitAsync(owner, [page]);
        await _store.CommitAsync(owner, [changes[0]]);
    }
}
