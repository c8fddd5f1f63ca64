namespace Talon.Promotions;

/// <summary>Begins jobs on coupons.</summary>
public sealed class CouponJobs
{
    private readonly JobService _jobs;
    private readonly IdSource _ids;
    private readonly IRandomSource _random;

    internal CouponJobs(JobService jobs, IdSource ids, IRandomSource random) => (_jobs, _ids, _random) = (jobs, ids, random);

    /// <summary>Begins a job that creates coupons, which were checked.</summary>
    /// <exception cref="InvalidRequestException">The pattern cannot give so many codes.</exception>
    public async Task<Job> CreateAsync(long applicationId, long campaignId, NewCoupons request, CancellationToken cancellation)
    {
        CodeStore<CouponRow>.CheckRoom(new CodePattern(request.CouponPattern, request.ValidCharacters), request.NumberOfCoupons, "/couponSettings/couponPattern");
        var seed = new byte[KeyedRandomSource.KeyLength];
        _random.Fill(seed);
        var first = await _ids.TakeAsync(IdKinds.Coupon, request.NumberOfCoupons, cancellation);
        return await _jobs.BeginAsync(new CouponCreation(applicationId, campaignId, request, first, _random.UniqueId(), seed), cancellation);
    }

    /// <summary>Begins a job that deletes the coupons of a campaign that a filter admits.</summary>
    public Task<Job> DeleteAsync(long applicationId, long campaignId, CouponFilter filter, CancellationToken cancellation) =>
        _jobs.BeginAsync(new CouponDeletion(applicationId, campaignId, filter, 0), cancellation);
}
