namespace Talon.Promotions;

/// <summary>The steps of jobs, by what they do.</summary>
internal sealed class JobSteps(CouponService coupons, ReferralService referrals, ConfigurationStore configurations, TimeProvider clock)
{
    /// <summary>How many entities a step sees to.</summary>
    private const int StepSize = 5_000;

    /// <summary>Does the next step; the job as it then is.</summary>
    public Task<JobRow> StepAsync(JobRow job, CancellationToken cancellation) => job.Work switch
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
