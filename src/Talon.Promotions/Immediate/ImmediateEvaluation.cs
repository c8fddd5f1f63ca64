using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Evaluates rules where no session closes later — for events and profile updates — so that every effect is claimed at once.</summary>
internal sealed class ImmediateEvaluation(EvaluationRuns runs, BookKeeper keeper, InstantEffects instants, LimitLedger limits, AttemptStore attempts, OldClaims old, IdSource ids)
{
    /// <summary>What an update would lead to; nothing is claimed.</summary>
    public async Task<EvaluationResult> PreviewAsync(UpdateScope scope, EvaluationFacts facts, EvaluationOptions options, CancellationToken cancellation) =>
        Books.Unclaimed(await Run(scope, facts, options).EvaluateAsync(cancellation));

    /// <summary>Prepares the evaluation of an attempt. Whoever prepared it settles the attempt, should it not be committed.</summary>
    public ClaimedEvaluation Prepare(UpdateScope scope, EvaluationFacts facts, EvaluationOptions options, AttemptReference reference) =>
        new(Run(scope, facts, options), limits, attempts, old, reference);

    /// <summary>Evaluates and claims; creates what is to be created, and says what the commit owes.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="scope">What the update is about.</param>
    /// <param name="claimed">The prepared evaluation.</param>
    /// <param name="profile">The customer's partition.</param>
    /// <param name="cancellation">Ends the reading; what is being claimed is seen through.</param>
    public async Task<ImmediateOutcome> RunAsync(RequestContext context, UpdateScope scope, ClaimedEvaluation claimed, string profile, CancellationToken cancellation)
    {
        var reference = claimed.Reference;
        var result = await claimed.RunAsync(all: true, profile, cancellation, begins: false);
        var instant = await instants.RunAsync(context, scope.Application, result, [], new InstantTargets { Profile = profile }, claimed, profile);
        var points = await new PointsGranting(ids, claimed.Books.Points, scope).RunAsync(reference, instant.Effects, [], cancellation);
        List<OutboxRow> owed =
        [
            .. instant.Outbox,
            .. OutboxPlan.Giveaways(reference, claimed.Books.Giveaways.Awarded),
            .. OutboxPlan.Points(reference, points.Operations),
            .. WebhookCalls.Owed(reference, instant.Effects, context.Now),
            .. AnalyticsChange.Owed(reference, "counted", OutboxQueues.Redemptions, EffectNumbers.Changes(reference.Owner, instant.Effects, context.Now, scope.Application.Settings.TimeZone)),
        ];
        if (owed.Count > 0)
            await claimed.BeginAsync(profile);
        if (claimed.Attempt is not null)
            owed.Add(OutboxPlan.Note(reference, OutboxQueues.Redemptions, profile));
        return new ImmediateOutcome
        {
            Result = result with { Effects = instant.Effects },
            CreatedCoupons = [.. instant.CreatedCoupons.Select(created => created.Coupon)],
            CreatedReferrals = [.. instant.CreatedReferrals.Select(created => created.Referral)],
            Awarded = claimed.Books.Giveaways.Awarded,
            Owed = owed,
        };
    }

    private EvaluationRun Run(UpdateScope scope, EvaluationFacts facts, EvaluationOptions options) =>
        runs.Create(new EvaluationSubject(scope.Application, keeper.Open(scope, [], [], [])), facts, options);
}
