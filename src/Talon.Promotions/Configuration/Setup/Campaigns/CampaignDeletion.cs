namespace Talon.Promotions;

/// <summary>Deletes campaigns, and has the coupons and referrals of them removed.</summary>
/// <remarks>
/// The job is there before the campaign is gone, so that nothing is left behind by a crash; as long as the campaign exists
/// the job does nothing.
/// </remarks>
public sealed class CampaignDeletion(CampaignSetup campaigns, JobService jobs)
{
    /// <summary>Deletes a campaign with its rulesets, collections and value maps; its coupons and referrals are removed by a job.</summary>
    public async Task DeleteAsync(long applicationId, long campaignId, CancellationToken cancellation = default)
    {
        await campaigns.TryDeleteAsync(applicationId, campaignId, cancellation);
        var removals = await AnnounceAsync(applicationId, [campaignId], cancellation);
        await campaigns.DeleteAsync(applicationId, campaignId, cancellation);
        await StartAsync(removals, cancellation);
    }

    /// <summary>Makes the jobs that remove coupons and referrals of campaigns that are about to be deleted. One whose campaign stays ends by itself.</summary>
    public async Task<IReadOnlyList<Job>> AnnounceAsync(long applicationId, IEnumerable<long> campaignIds, CancellationToken cancellation = default)
    {
        List<Job> removals = [];
        foreach (var id in campaignIds)
            removals.Add(await jobs.PlanAsync(new CampaignRemoval(applicationId, id), cancellation));
        return removals;
    }

    /// <summary>Starts announced jobs, now that the campaigns are deleted.</summary>
    public async Task StartAsync(IReadOnlyList<Job> removals, CancellationToken cancellation = default)
    {
        foreach (var removal in removals)
            await jobs.WakeAsync(removal.Id, cancellation);
    }
}
