using System.Text.Json;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Evaluates the rules for an event under claims, and commits.</summary>
internal sealed class EventEvaluation(
    ImmediateEvaluation immediate,
    KeyHolders holders,
    KeptAnswers answers,
    ProfileWriter profiles,
    Settlement settlement,
    OwnerCommit commit,
    OwedWork owed,
    StateBuilder states,
    IdSource ids,
    IRandomSource random)
{
    /// <summary>What the event would lead to.</summary>
    public async Task<IntegrationState> PreviewAsync(RequestContext context, EventUpdate update, EventRead read, CancellationToken cancellation)
    {
        var profile = read.Profile.Stored ?? new ProfileRow { Profile = SessionDryRun.Unknown(update.ProfileId, context.Now) };
        var result = await immediate.PreviewAsync(Scope(context, update, read, ""), Facts(context, update, read, profile), Options(update), cancellation);
        return await StateAsync(context, update, profile.Shown(read.Application), Happened(context, update, 0, result.Effects), result, LoyaltyDoings.Announced(result.Effects), cancellation);
    }

    /// <summary>Runs the event on what was read.</summary>
    /// <exception cref="RaceLostException">Somebody else was faster; nothing took effect.</exception>
    public async Task<ReadOnlyMemory<byte>> RunAsync(RequestContext context, EventUpdate update, EventRead read, IGateTurn turn, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        await holders.HoldAsync(context, cancellation);
        var before = read.Profile.Stored ?? new ProfileRow { Profile = await profiles.NewAsync(update.ProfileId, context.Now, cancellation) };
        var reference = AttemptReference.New(read.Owner, context.Now, random);
        var scope = Scope(context, update, read, reference.Id);
        var claimed = immediate.Prepare(scope, Facts(context, update, read, before), Options(update), reference);
        try
        {
            var outcome = await immediate.RunAsync(context, scope, claimed, read.Profile.Partition, cancellation);
            var after = before with { Profile = before.Profile with { LastActivity = context.Now, Attributes = JsonObject.Merge(before.Profile.Attributes, outcome.Attributes(read.Profile.Partition)) } };
            var happened = Happened(context, update, await ids.NextAsync(IdKinds.Event, cancellation), outcome.Result.Effects);
            var shown = after with { Memberships = outcome.Memberships(read.Profile.Partition, after.Memberships) };
            var answer = render(outcome.AddTo(await StateAsync(context, update, shown.Shown(read.Application), happened, outcome.Result, outcome.Doings, cancellation), update.Include));
            var row = Change.Insert(update.IntegrationId is null ? OwnerRows.Event(happened.Id) : OwnerRows.Entity, RowCodec.Encode(new EventRow(happened, reference.Id), RowJson.Default.EventRow));
            if (update.IntegrationId is null)
                await CommitWithProfileAsync(context, read, after.By(reference.Id), row, claimed, outcome, turn, answer);
            else
                await CommitAloneAsync(context, read, before, row, claimed, outcome, turn);
            return answer;
        }
        catch (Exception lost) when (lost is RaceLostException or AttemptAbandonedException)
        {
            if (claimed.Attempt is { } begun)
                await settlement.GiveUpAsync(begun);
            throw new RaceLostException(read.Owner);
        }
    }

    private async Task CommitWithProfileAsync(RequestContext context, EventRead read, ProfileRow after, Change row, ClaimedEvaluation claimed, ImmediateOutcome outcome, IGateTurn turn, byte[] answer)
    {
        var next = after with { Commits = after.Commits + 1, AnswersExpire = answers.Sweep(context, read.Owner, after.AnswersExpire) };
        var rows = outcome.OwedBut(read.Profile.Partition);
        Change[] changes =
        [
            .. ProfileWriter.Write(next, read.Profile.ETag),
            row,
            .. claimed.Attempt?.Commit(claimed.Confirmed) ?? [],
            .. OutboxPlan.Write(next.Commits, rows),
            .. KeptAnswers.Keep(context, read.Kept, answer),
        ];
        await commit.CommitAsync(read.Owner, changes, claimed.Attempt, turn, entity => RowCodec.Decode(entity.Body, RowJson.Default.ProfileRow).WasWrittenBy(claimed.Reference.Id));
        if (claimed.Attempt is { } attempt)
            await owed.SeeToAsync(context, attempt, next.Commits, rows, null);
    }

    private async Task CommitAloneAsync(RequestContext context, EventRead read, ProfileRow before, Change row, ClaimedEvaluation claimed, ImmediateOutcome outcome, IGateTurn turn)
    {
        await profiles.BindAsync(read.Profile, before, read.Owner, CancellationToken.None);
        Change[] changes = [row, .. claimed.Attempt?.Commit(claimed.Confirmed) ?? [], .. OutboxPlan.Write(1, outcome.Owed)];
        await commit.CommitAsync(read.Owner, changes, claimed.Attempt, turn, entity => RowCodec.Decode(entity.Body, RowJson.Default.EventRow).Attempt == claimed.Reference.Id);
        await profiles.TryTouchAsync(read.Profile.Partition, context.Now);
        if (claimed.Attempt is { } attempt)
            await owed.SeeToAsync(context, attempt, 1, outcome.Owed, null);
    }

    private async Task<IntegrationState> StateAsync(RequestContext context, EventUpdate update, CustomerProfile profile, IntegrationEvent happened, EvaluationResult result, LoyaltyDoings doings, CancellationToken cancellation) =>
        await states.BuildAsync(context, update.Include & ~ResponseContent.Event, null, profile, update.Type, result, cancellation, doings with { Cards = update.LoyaltyCards ?? [] }) with
        {
            Event = update.Include.HasFlag(ResponseContent.Event) ? happened : null,
        };

    private static IntegrationEvent Happened(RequestContext context, EventUpdate update, long id, IReadOnlyList<Effect> effects) => new()
    {
        Id = id,
        Created = context.Now,
        ApplicationId = context.ApplicationId,
        ProfileId = update.ProfileId,
        StoreIntegrationId = update.StoreIntegrationId,
        SessionId = update.SessionId,
        IntegrationId = update.IntegrationId,
        ConnectedSessionId = update.ConnectedSessionId,
        Type = update.Type,
        Attributes = JsonObject.Merge(JsonObject.Empty, update.Attributes),
        Effects = effects,
    };

    private static EvaluationFacts Facts(RequestContext context, EventUpdate update, EventRead read, ProfileRow profile) => new()
    {
        Now = context.Now,
        Profile = FactBuilder.Profile(profile, read.Application),
        Session = read.Session is { } session ? FactBuilder.Session(session, read.Application) with { Closing = true } : null,
        LoyaltyCard = FactBuilder.LoyaltyCard(read.Card),
        Store = FactBuilder.Store(update.StoreIntegrationId, read.Application),
        Event = new EventFacts(update.Type, read.Application.Attributes.ToValues(AttributeEntity.Event, update.Attributes ?? default(JsonElement), update.Type)),
    };

    private static EvaluationOptions Options(EventUpdate update) => new()
    {
        ExplainFailures = update.Include.HasFlag(ResponseContent.RuleFailureReasons),
        Eligibility = update.Include.HasFlag(ResponseContent.CampaignEligibility),
        Campaigns = update.EvaluableCampaignIds is { } campaigns ? new HashSet<long>(campaigns) : null,
        ForceCompleteEvaluation = update.ForceCompleteEvaluation,
    };

    private static UpdateScope Scope(RequestContext context, EventUpdate update, EventRead read, string operation) => new()
    {
        Application = read.Application,
        Now = context.Now,
        Operation = operation,
        Customer = update.ProfileId,
        Store = update.StoreIntegrationId,
        Card = read.Card,
    };
}
