using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Customer profiles, over the storage ports.</summary>
internal sealed class ProfileService(
    IGate gate,
    RunningKeys running,
    ImmediateEvaluation immediate,
    ConfigurationStore configurations,
    ProfileReader reader,
    ProfileWriter writer,
    KeptAnswers answers,
    Settlement settlement,
    OwnerCommit commit,
    OwedWork owed,
    StateBuilder states,
    IRandomSource random) : IProfileService
{
    private const int Tries = 4;

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> UpdateAsync(RequestContext context, ProfileUpdate update, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        if (update.Dry && update.RunRuleEngine)
        {
            var (application, read, _) = await ReadAsync(context with { Idempotency = null }, update, cancellation);
            var stored = read.Stored ?? new ProfileRow { Profile = SessionDryRun.Unknown(update.IntegrationId, context.Now) };
            var asked = AudienceMoves.Of(application, stored.Memberships, update.AudienceAdds, update.AudienceDeletes);
            var unsaved = Merge(stored, update, asked);
            var result = await immediate.PreviewAsync(Scope(context, unsaved.Profile, application, ""), Facts(context, unsaved, asked, read, application), Options(update), cancellation);
            return render(await StateAsync(context, update, read, unsaved.Shown(application), result, null, cancellation));
        }

        var partition = Partitions.Profile(update.IntegrationId);
        using var run = running.Begin(context);
        await using var turns = new UpdateTurns(gate, partition, context);
        await turns.EnterAsync(null, cancellation);
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

    private async Task<ReadOnlyMemory<byte>> TryAsync(RequestContext context, ProfileUpdate update, IGateTurn turn, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        var (application, read, kept) = await ReadAsync(context, update, cancellation);
        if (kept.Answer is { } repeated)
            return repeated;
        var reference = AttemptReference.New(read.Partition, context.Now, random);
        var before = read.Stored ?? new ProfileRow { Profile = await writer.NewAsync(update.IntegrationId, context.Now, cancellation) };
        var moves = AudienceMoves.Of(application, before.Memberships, update.AudienceAdds, update.AudienceDeletes);
        var merged = Merge(before, update, moves);
        var profile = merged.Profile with { LastActivity = update.RunRuleEngine || read.Stored is null ? context.Now : before.Profile.LastActivity };
        var scope = Scope(context, profile, application, reference.Id);
        var claimed = immediate.Prepare(scope, Facts(context, merged, moves, read, application), Options(update), reference);
        try
        {
            var outcome = update.RunRuleEngine ? await immediate.RunAsync(context, scope, claimed, read.Partition, cancellation) : null;
            profile = profile with { Attributes = JsonObject.Merge(profile.Attributes, outcome?.Attributes(read.Partition)) };
            var shown = merged with { Profile = profile, Memberships = outcome?.Memberships(read.Partition, merged.Memberships) ?? merged.Memberships };
            var state = await StateAsync(context, update, read, shown.Shown(application), outcome?.Result, outcome?.Doings, cancellation);
            var answer = render(outcome?.AddTo(state, update.Include) ?? state);
            var row = (before with { Profile = profile, Commits = before.Commits + 1, AnswersExpire = answers.Sweep(context, read.Partition, before.AnswersExpire) }).By(reference.Id);
            var rows = outcome?.OwedBut(read.Partition) ?? [];
            var left = await writer.AnnounceAsync(update.IntegrationId, moves, cancellation);
            var moving = await writer.MoveAheadAsync(read.Partition, moves, cancellation) ?? throw new RaceLostException(read.Partition);
            Change[] changes =
            [
                .. ProfileWriter.Write(row, read.ETag),
                .. claimed.Attempt?.Commit(claimed.Confirmed) ?? [],
                .. OutboxPlan.Write(row.Commits, rows),
                .. KeptAnswers.Keep(context, kept, answer),
            ];
            await commit.CommitAsync(read.Partition, [.. changes, .. moving], claimed.Attempt, turn, entity => RowCodec.Decode(entity.Body, RowJson.Default.ProfileRow).WasWrittenBy(reference.Id));
            if (moves != AudienceMoves.None)
                await writer.MovedAsync(moves, left, context.Now, CancellationToken.None);
            if (claimed.Attempt is { } attempt)
                await owed.SeeToAsync(context, attempt, row.Commits, rows, null);
            return answer;
        }
        catch (Exception lost) when (lost is RaceLostException or AttemptAbandonedException)
        {
            if (claimed.Attempt is { } begun)
                await settlement.GiveUpAsync(begun);
            throw new RaceLostException(read.Partition);
        }
    }

    private async Task<(ApplicationConfiguration Application, ProfileRead Read, KeptAnswer Kept)> ReadAsync(RequestContext context, ProfileUpdate update, CancellationToken cancellation)
    {
        var configuration = configurations.GetAsync(cancellation).AsTask();
        var reading = reader.ReadAsync(update.IntegrationId, cancellation);
        var kept = answers.FindAsync(context, Partitions.Profile(update.IntegrationId), cancellation);
        await Task.WhenAll(configuration, reading, kept);
        var application = (await configuration).For(context.ApplicationId);
        ProfileChecks.Check(update, application);
        var read = await reading;
        foreach (var row in read.Unfinished.Where(row => !update.Dry && row.Key.StartsWith(OwnerRows.PendingPrefix, StringComparison.Ordinal)))
            await settlement.SettleAsync(new AttemptReference(read.Partition, row.Key[OwnerRows.PendingPrefix.Length..]), CancellationToken.None);
        return (application, read, await kept);
    }

    private static EvaluationFacts Facts(RequestContext context, ProfileRow profile, AudienceMoves moves, ProfileRead read, ApplicationConfiguration application) => new()
    {
        Now = context.Now,
        Profile = FactBuilder.Profile(profile, application) with
        {
            JoinedAudiences = moves.Joined.Select(audience => audience.Id).ToHashSet(),
            LeftAudiences = moves.Left.Select(membership => membership.Audience.Id).ToHashSet(),
        },
        Event = new EventFacts(EventType(read), new Dictionary<string, Value>()),
    };

    private static EvaluationOptions Options(ProfileUpdate update) => new()
    {
        ExplainFailures = update.Include.HasFlag(ResponseContent.RuleFailureReasons),
        Eligibility = update.Include.HasFlag(ResponseContent.CampaignEligibility),
        Campaigns = update.EvaluableCampaignIds is { } ids ? new HashSet<long>(ids) : null,
    };

    private static UpdateScope Scope(RequestContext context, CustomerProfile profile, ApplicationConfiguration application, string operation) =>
        new() { Application = application, Now = context.Now, Operation = operation, Customer = profile.IntegrationId };

    private static string EventType(ProfileRead read) => read.Stored is null ? "talon_profile_created" : "talon_profile_updated";

    private async Task<IntegrationState> StateAsync(RequestContext context, ProfileUpdate update, ProfileRead read, CustomerProfile profile, EvaluationResult? result, LoyaltyDoings? doings, CancellationToken cancellation)
    {
        if (result is null)
            return new IntegrationState { Effects = [] };
        return await states.BuildAsync(context, update.Include, null, profile, EventType(read), result, cancellation, doings);
    }

    private static ProfileRow Merge(ProfileRow stored, ProfileUpdate update, AudienceMoves moves) => stored with
    {
        Profile = stored.Profile with { Attributes = JsonObject.Merge(stored.Profile.Attributes, update.Attributes) },
        Memberships = moves.After(stored.Memberships),
    };
}
