namespace Talon.Promotions;

/// <summary>A job as its caller sees it.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Kind">What is done: <c>createCoupons</c>, <c>deleteCoupons</c> or <c>removeCampaign</c>.</param>
/// <param name="ApplicationId">The Application.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="State"><c>running</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Done">How many entities it has seen to.</param>
/// <param name="Total">How many there are in all; null when nobody knows.</param>
/// <param name="BatchId">The batch of the coupons that it creates.</param>
/// <param name="Ended">When it came to its end.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record Job(
    long Id,
    string Kind,
    long ApplicationId,
    long CampaignId,
    DateTimeOffset Created,
    string State,
    long Done,
    long? Total,
    string? BatchId,
    DateTimeOffset? Ended,
    string? Failure)
{
    internal static Job From(JobRow row)
    {
        var (kind, applicationId, campaignId, total, batch) = row.Work switch
        {
            CouponCreation create => ("createCoupons", create.ApplicationId, create.CampaignId, create.Request.NumberOfCoupons, create.Batch),
            CouponDeletion delete => ("deleteCoupons", delete.ApplicationId, delete.CampaignId, (long?)null, (string?)null),
            CampaignRemoval remove => ("removeCampaign", remove.ApplicationId, remove.CampaignId, null, null),
            _ => throw new InvalidOperationException($"The work of job {row.Id} is unknown."),
        };
        var state = row.Ended is null ? "running" : row.Failure is null ? "done" : "failed";
        return new Job(row.Id, kind, applicationId, campaignId, row.Created, state, row.Done, total, batch, row.Ended, row.Failure);
    }
}
