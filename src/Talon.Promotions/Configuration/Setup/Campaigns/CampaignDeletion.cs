namespace Talon.Promotions;

/// <summary>Deletes campaigns, and has the coupons and referrals of them removed.</summary>
/// <remarks>
/// The job is there before the campaign is gone, so that nothing is left behind by a crash; as long as the campaign exists
/// the job does nothing.
/// </remarks>
public sealed class CampaignDeletion(CampaignSetup campaigns, JobService jobs)
{
    /// <summary>After how long a job whose campaign was not deleted ends.</summary>
    private static readonly TimeSpan GuardDelay = TimeSpan.FromMinutes(1);

    /// <summary>Deletes a campaign with its rulesets, collections and value maps; its coupons and referrals are removed by a job.</summary>
    public async Task DeleteAsync(long applicationId, long campaignId, CancellationToken cancellation = default)
    {
        await campaigns.TryDeleteAsync(applicationId, campaignId, cancellation);
        var job = await jobs.BeginAsync(new CampaignRemoval(applicationId, campaignId), GuardDelay, cancellation);
        await campaigns.DeleteAsync(applicationId, campaignId, cancellation);
        await jobs.SendAsync(job.Id, TimeSpan.Zero, cancellation);
    }
}
