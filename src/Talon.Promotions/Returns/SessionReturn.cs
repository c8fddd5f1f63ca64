namespace Talon.Promotions;

/// <summary>Takes units of a closed session back. Nothing is computed anew: the shares stored at closing are undone.</summary>
internal sealed class SessionReturn(
    SessionCommit commit,
    AttemptStore attempts,
    CardNotes notes,
    Settlement settlement,
    ProfileReader profiles,
    StateBuilder states,
    CodesAfterwards codes,
    ReturnEvaluation evaluation,
    PointsTakeBack points,
    Storage.ITableStore store,
    IdSource ids,
    IRandomSource random)
{
    /// <summary>The type of the event that a return is.</summary>
    public const string EventType = "talon_session_partially_returned";

    /// <summary>Runs the return on what was read, the outbox being empty.</summary>
    public async Task<ReadOnlyMemory<byte>> RunAsync(RequestContext context, ReturnRequest request, SessionRead read, IGateTurn? turn, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        var stored = read.Stored!;
        var reference = AttemptReference.New(read.Partition, context.Now, random);
        var plan = ReturnPlan.Make(stored.Session.CartItems, request.Items);
        var claims = await attempts.ConfirmedAsync(read.Partition, stored.ClosingAttempt, cancellation);
        var granted = await EffectPages.ReadAsync(store, read.Partition, stored, cancellation);
        var profile = stored.Session.ProfileId.Length == 0 ? null : await profiles.ReadAsync(stored.Session.ProfileId, cancellation);
        var backs = await points.PlanAsync(reference, read, granted.Select(effect => (effect, ReturnRollback.Amount(plan, effect))), context.Now, cancellation);
        var session = stored.Session with
        {
            State = SessionState.PartiallyReturned,
            CartItems = plan.After,
            UpdateCount = stored.Session.UpdateCount + 1,
            Updated = context.Now,
        };
        if (request.Dry)
        {
            var preview = new ReturnRollback(plan, claims, stored.GivenBack, await points.PreviewAsync(backs, cancellation), session.ProfileId).Run(granted);
            return render((await StateAsync(context, request, read, plan, session, profile, claims, preview, cancellation)).State);
        }

        var attempt = await attempts.BeginAsync(reference, backs, profile?.Partition, CancellationToken.None);
        try
        {
            var taken = await points.ClaimAsync(backs, reference);
            var undone = new ReturnRollback(plan, claims, stored.GivenBack, taken, session.ProfileId).Run(granted);
            var (state, made) = await StateAsync(context, request, read, plan, session, profile, claims, undone, cancellation);
            var next = stored with
            {
                Session = session,
                Attempt = reference.Id,
                Commits = stored.Commits + 1,
                Returns = [.. stored.Returns, made],
                ReturnedSales = stored.ReturnedSales + plan.Sales,
                GivenBack = Sum(stored.GivenBack, undone.GivenBack),
            };
            var analytics = SessionNumbers.Changes(read.Partition, SessionNumbers.Of(stored, granted), SessionNumbers.Of(next, undone.Left), isRefund: true);
            var work = new SessionCommit.Work
            {
                Read = read with { Profile = profile },
                Turn = turn!,
                Profile = profile is { Stored: { } row, ETag: { } etag } ? new KnownProfile(row, etag) : null,
                Next = next,
                Effects = undone.Left,
                Attempt = attempt,
                Confirmed = backs,
                Outbox = await notes.HoldAsync(reference, read.Application, session, OutboxQueues.Rollbacks, Rollbacks.Owed(reference, GoingBack(claims, undone), profile, Totals(plan), analytics)),
                Answer = render(state),
            };
            await commit.RunAsync(context, work);
            return work.Answer;
        }
        catch (Exception lost) when (lost is RaceLostException or AttemptAbandonedException)
        {
            await settlement.GiveUpAsync(attempt);
            throw new RaceLostException(read.Partition);
        }
    }

    private async Task<(IntegrationState State, Return Made)> StateAsync(
        RequestContext context,
        ReturnRequest request,
        SessionRead read,
        ReturnPlan plan,
        CustomerSession session,
        ProfileRead? profile,
        IReadOnlyList<Claim> claims,
        ReturnRollback undone,
        CancellationToken cancellation)
    {
        var result = await evaluation.RunAsync(context, request, read, session, profile?.Stored, claims, undone.Effects, cancellation);
        var made = await RecordAsync(context, plan, session, profile, cancellation);
        var state = await states.BuildAsync(context, request.Include, session, SessionRollback.After(read, profile, Totals(plan), context.Now), EventType, result, cancellation, LoyaltyDoings.None, made.EventId) with
        {
            Return = made,
            PreviousReturns = request.Include.HasFlag(ResponseContent.PreviousReturns) ? read.Stored!.Returns : null,
        };
        return (await codes.AddToAsync(state, context, request.Include, read, GoingBack(claims, undone), cancellation), made);
    }

    private static IEnumerable<ClaimReturn> GoingBack(IReadOnlyList<Claim> claims, ReturnRollback undone) => undone.GivenBack.Select(pair => new ClaimReturn(claims[pair.Key], pair.Value));

    private static ProfileTotals Totals(ReturnPlan plan) => new(0, -plan.Sales, null);

    private async Task<Return> RecordAsync(RequestContext context, ReturnPlan plan, CustomerSession session, ProfileRead? profile, CancellationToken cancellation) => new()
    {
        Id = await ids.NextAsync(IdKinds.Return, cancellation),
        Created = context.Now,
        ApplicationId = context.ApplicationId,
        AccountId = ProfileWriter.AccountId,
        ReturnedCartItems = plan.Items,
        EventId = await ids.NextAsync(IdKinds.Event, cancellation),
        SessionId = session.Id,
        SessionIntegrationId = session.IntegrationId,
        ProfileId = profile?.Stored?.Profile.Id,
        ProfileIntegrationId = profile?.IntegrationId,
    };

    private static Dictionary<int, decimal> Sum(IReadOnlyDictionary<int, decimal> before, IReadOnlyDictionary<int, decimal> now)
    {
        var sum = new Dictionary<int, decimal>(before);
        foreach (var (claim, amount) in now)
            sum[claim] = sum.GetValueOrDefault(claim) + amount;
        return sum;
    }
}
