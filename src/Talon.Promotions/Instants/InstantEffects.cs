using System.Text.Json;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Carries out what takes effect at once: coupons are created before the commit, the rest is owed by it.</summary>
internal sealed class InstantEffects(CouponService coupons, AttemptStore attempts)
{
    /// <summary>Plans what an evaluation wants done at once, and creates the coupons among it.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="application">The configuration.</param>
    /// <param name="result">The evaluation.</param>
    /// <param name="done">What was done once and for all before.</param>
    /// <param name="targets">Whose partitions are meant.</param>
    /// <param name="claimed">The evaluation's attempt, which is begun where something is created or owed.</param>
    /// <param name="heldAt">The profile partition to leave a note in; null for none.</param>
    public async Task<InstantPlan> RunAsync(RequestContext context, ApplicationConfiguration application, EvaluationResult result, IReadOnlyList<DoneEffect> done, InstantTargets targets, ClaimedEvaluation claimed, string? heldAt)
    {
        var planner = new InstantPlanner(context, application, claimed.Reference, done);
        var plan = await planner.PlanAsync(result.Effects, targets, creation => NewAsync(context, application, creation));
        if (!plan.NeedsAttempt)
            return plan;
        var attempt = await claimed.BeginAsync(context.Now, heldAt);
        return plan.CreatedCoupons.Count == 0 ? plan : await CreateAsync(application, plan, attempt);
    }

    /// <summary>Writes down what will be created, then creates it; a code that is taken is drawn anew.</summary>
    private async Task<InstantPlan> CreateAsync(ApplicationConfiguration application, InstantPlan plan, OpenAttempt attempt)
    {
        var created = plan.CreatedCoupons.ToArray();
        for (var left = Enumerable.Range(0, created.Length).ToArray(); left.Length > 0;)
        {
            await attempts.CreatingAsync(attempt, [.. created.Select(one => new CreatedCode(Partitions.Coupon(application.Application.Id, one.Coupon.Value), one.Coupon.Id))]);
            var inserted = await Task.WhenAll(left.Select(i => coupons.InsertOneAsync(application.Application.Id, created[i].Coupon)));
            left = [.. left.Where((_, at) => !inserted[at])];
            foreach (var i in left)
                created[i] = coupons.Redraw(application.Application, created[i]);
        }

        return Renamed(plan, created);
    }

    private static InstantPlan Renamed(InstantPlan plan, NewCoupon[] created)
    {
        var names = plan.CreatedCoupons.Zip(created).ToDictionary(pair => pair.First.Coupon.Value, pair => pair.Second.Coupon.Value);
        return plan with
        {
            CreatedCoupons = created,
            Effects = [.. plan.Effects.Select(Rename)],
            Done = [.. plan.Done.Select(done => done with { Effect = Rename(done.Effect) })],
        };

        Effect Rename(Effect effect) => effect.Props is CouponCreatedProps made && names.TryGetValue(made.Value, out var code)
            ? effect with { Props = made with { Value = code } }
            : effect;
    }

    private Task<NewCoupon> NewAsync(RequestContext context, ApplicationConfiguration application, CreateCouponRequest creation) => coupons.NewAsync(
        application.Application,
        application.Campaigns.GetValueOrDefault(creation.CampaignId)?.CouponSettings,
        creation.CampaignId,
        new NewCoupons
        {
            NumberOfCoupons = 1,
            UsageLimit = creation.UsageLimit ?? 1,
            DiscountLimit = creation.DiscountLimit,
            StartDate = creation.StartDate,
            ExpiryDate = creation.ExpiryDate,
            RecipientIntegrationId = creation.RecipientIntegrationId,
            CouponPattern = creation.Pattern,
            Attributes = creation.Attributes.Count == 0 ? null : JsonSerializer.SerializeToElement(creation.Attributes, RowJson.Default.IReadOnlyDictionaryStringValue),
        },
        context.Now);
}
