using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Customer profiles, over the storage ports.</summary>
internal sealed class ProfileService(
    IGate gate,
    RunningKeys running,
    EvaluationRuns runs,
    BookKeeper keeper,
    InstantEffects instants,
    ConfigurationStore configurations,
    ProfileReader reader,
    ProfileWriter writer,
    KeptAnswers answers,
    LimitLedger limits,
    AttemptStore attempts,
    Settlement settlement,
    OwnerCommit commit,
    Finaliser finaliser,
    OutboxWorker outbox,
    StateBuilder states,
    IRandomSource random) : IProfileService
{
    private const int Tries = 4;

    /// <summary>Stands for the profile that the update itself writes.</summary>
    private const string ProfileItself = "";

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> UpdateAsync(RequestContext context, ProfileUpdate update, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        if (update.Dry && update.RunRuleEngine)
        {
            var (application, read, _) = await ReadAsync(context with { Idempotency = null }, update, cancellation);
            var unsaved = Merge(read.Stored?.Profile ?? SessionDryRun.Unknown(update.IntegrationId, context.Now), update);
            var result = Books.Unclaimed(await Run(context, update, application, unsaved, read.Partition).EvaluateAsync(cancellation));
            return render(await StateAsync(context, update, read, unsaved, result, cancellation));
        }

        var partition = Partitions.Profile(update.IntegrationId);
        using var run = running.Begin(context);
        await using var turns = new UpdateTurns(gate, partition, context.AfterAnswer);
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
        var reference = new AttemptReference(read.Partition, random.UniqueId());
        var before = read.Stored?.Profile ?? await writer.NewAsync(update.IntegrationId, context.Now, cancellation);
        var profile = Merge(before, update) with { LastActivity = update.RunRuleEngine || read.Stored is null ? context.Now : before.LastActivity };
        var claimed = new ClaimedEvaluation(Run(context, update, application, profile, reference.Id), limits, attempts, reference);
        try
        {
            var result = update.RunRuleEngine
                ? await claimed.RunAsync(all: true, context.Now, heldAt: null, cancellation)
                : null;
            var instant = result is null ? null : await instants.RunAsync(context, application, result, [], new InstantTargets { Profile = ProfileItself }, claimed, null);
            var itself = instant?.Outbox.FirstOrDefault(row => row.Target == ProfileItself)?.Attributes;
            profile = profile with { Attributes = JsonObject.Merge(profile.Attributes, itself) };
            var owed = instant?.Outbox.Where(row => row.Target != ProfileItself).ToList() ?? [];
            var state = await StateAsync(context, update, read, profile, result is null ? null : result with { Effects = instant!.Effects }, cancellation);
            var answer = render(state with
            {
                CreatedCoupons = [.. instant?.CreatedCoupons.Select(created => created.Coupon) ?? []],
                CreatedReferrals = [.. instant?.CreatedReferrals.Select(created => created.Referral) ?? []],
            });
            var row = new ProfileRow { Profile = profile, FirstSession = read.Stored?.FirstSession, Commits = (read.Stored?.Commits ?? 0) + 1, AnswersExpire = answers.Sweep(context, read.Partition, read.Stored?.AnswersExpire), Attempt = reference.Id };
            var body = RowCodec.Encode(row, RowJson.Default.ProfileRow);
            Change[] changes =
            [
                read.ETag is { } etag ? Change.Replace(OwnerRows.Entity, body, etag) : Change.Insert(OwnerRows.Entity, body),
                Change.Upsert(OwnerRows.Activity, RowCodec.Encode(new ActivityRow(profile.LastActivity), RowJson.Default.ActivityRow)),
                .. claimed.Attempt?.Commit(claimed.Confirmed) ?? [],
                .. owed.Select((work, i) => Change.Insert(OwnerRows.Outbox(row.Commits, i), RowCodec.Encode(work, RowJson.Default.OutboxRow))),
                .. KeptAnswers.Keep(context, kept, answer),
            ];
            await commit.CommitAsync(read.Partition, changes, claimed.Attempt, turn, entity => RowCodec.Decode(entity.Body, RowJson.Default.ProfileRow).Attempt == reference.Id);
            if (owed.Count > 0 && await finaliser.FinaliseAsync(reference, owed, null))
                context.AfterAnswer.Add(() => outbox.RemoveAsync(read.Partition, [.. owed.Select((_, i) => OwnerRows.Outbox(row.Commits, i))]));
            return answer;
        }
        catch (Exception lost) when (lost is RaceLostException or AttemptAbandonedException)
        {
            if (claimed.Attempt is not null)
                await settlement.SettleAsync(reference, CancellationToken.None);
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
        foreach (var row in read.Unfinished.Where(row => row.Key.StartsWith(OwnerRows.PendingPrefix, StringComparison.Ordinal)))
            await settlement.SettleAsync(new AttemptReference(read.Partition, row.Key[OwnerRows.PendingPrefix.Length..]), CancellationToken.None);
        return (application, read, await kept);
    }

    private EvaluationRun Run(RequestContext context, ProfileUpdate update, ApplicationConfiguration application, CustomerProfile profile, string operation)
    {
        var facts = new EvaluationFacts { Now = context.Now, Profile = FactBuilder.Profile(profile, application) };
        var options = new EvaluationOptions
        {
            ExplainFailures = update.Include.HasFlag(ResponseContent.RuleFailureReasons),
            Eligibility = update.Include.HasFlag(ResponseContent.CampaignEligibility),
            Campaigns = update.EvaluableCampaignIds is { } ids ? new HashSet<long>(ids) : null,
        };
        var scope = new UpdateScope { Application = application, Now = context.Now, Operation = operation, Customer = profile.IntegrationId };
        return runs.Create(new EvaluationSubject(application, keeper.Open(scope, [])), facts, options);
    }

    private async Task<IntegrationState> StateAsync(RequestContext context, ProfileUpdate update, ProfileRead read, CustomerProfile profile, EvaluationResult? result, CancellationToken cancellation)
    {
        if (result is null)
            return new IntegrationState { Effects = [] };
        var eventType = read.Stored is null ? "talon_profile_created" : "talon_profile_updated";
        return await states.BuildAsync(context, update.Include, null, profile, eventType, result, cancellation);
    }

    private static CustomerProfile Merge(CustomerProfile stored, ProfileUpdate update) => stored with { Attributes = JsonObject.Merge(stored.Attributes, update.Attributes) };
}
