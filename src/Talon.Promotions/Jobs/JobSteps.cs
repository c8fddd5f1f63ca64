using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Does jobs, some thousand entities at a time; the job's row is written after each step.</summary>
internal sealed class JobSteps(ITableStore store, CouponService coupons, ReferralService referrals, ConfigurationStore configurations, TimeProvider clock) : IChoreSteps
{
    /// <summary>How many entities a step sees to.</summary>
    private const int StepSize = 5_000;

    /// <inheritdoc/>
    public ChoreKind Kind => ChoreKind.RunJob;

    /// <inheritdoc/>
    public async Task<ChoreRow?> StepAsync(ChoreRow chore, CancellationToken cancellation)
    {
        if (await store.ReadAsync(JobRows.Partition, JobRows.Key(chore.Job), cancellation) is not { } row || JobRows.Decode(row) is not { Ended: null } job)
            return null;
        var next = await TryAsync(job, cancellation);
        var written = await store.CommitAsync(JobRows.Partition, [Change.Replace(row.Key, JobRows.Encode(next), row.ETag)], cancellation);
        // When somebody else came first, the next step reads what they wrote.
        return written.Committed && next.Ended is not null ? null : chore;
    }

    private async Task<JobRow> TryAsync(JobRow job, CancellationToken cancellation)
    {
        try
        {
            return await DoAsync(job, cancellation);
        }
        catch (RefusalException refusal)
        {
            var reason = refusal.Problems.Count == 0 ? refusal.Message : string.Join("; ", refusal.Problems.Select(problem => problem.Details));
            return Ended(job) with { Failure = reason };
        }
    }

    private Task<JobRow> DoAsync(JobRow job, CancellationToken cancellation) => job.Work switch
    {
        CouponCreation create => CreateAsync(job, create, cancellation),
        CouponDeletion delete => DeleteAsync(job, delete, cancellation),
        CampaignRemoval remove => RemoveAsync(job, remove, cancellation),
        _ => throw new InvalidOperationException($"The work of job {job.Id} is unknown."),
    };

    private async Task<JobRow> CreateAsync(JobRow job, CouponCreation work, CancellationToken cancellation)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(work.ApplicationId, work.CampaignId);
        var count = (int)Math.Min(StepSize, work.Request.NumberOfCoupons - job.Done);
        await coupons.CreateSomeAsync(configuration.RequireApplication(work.ApplicationId), work, job.Done, count, job.Created, cancellation);
        var next = job with { Done = job.Done + count };
        // Nobody is to draw these codes once more.
        return next.Done < work.Request.NumberOfCoupons ? next : Ended(next) with { Work = work with { Seed = [] } };
    }

    private async Task<JobRow> DeleteAsync(JobRow job, CouponDeletion work, CancellationToken cancellation)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(work.ApplicationId, work.CampaignId);
        var application = configuration.RequireApplication(work.ApplicationId);
        var (deleted, last) = await coupons.DeleteSomeAsync(application, work.CampaignId, work.Filter, work.After, StepSize, clock.GetUtcNow(), cancellation);
        var next = job with { Done = job.Done + deleted };
        return last is { } after ? next with { Work = work with { After = after } } : Ended(next);
    }

    private async Task<JobRow> RemoveAsync(JobRow job, CampaignRemoval work, CancellationToken cancellation)
    {
        var configuration = await configurations.GetAsync(cancellation);
        if (configuration.Campaigns.Find(work.CampaignId) is not null || configuration.Applications.Find(work.ApplicationId) is not { } application)
            return Ended(job);
        var removed = await coupons.RemoveSomeAsync(application, work.CampaignId, StepSize, cancellation);
        if (removed == 0)
            removed = await referrals.RemoveSomeAsync(application, work.CampaignId, StepSize, cancellation);
        return removed > 0 ? job with { Done = job.Done + removed } : Ended(job);
    }

    private JobRow Ended(JobRow job) => job with { Ended = clock.GetUtcNow() };
}
