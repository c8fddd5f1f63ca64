using System.Runtime.CompilerServices;

namespace Talon.Promotions;

/// <summary>Creates, searches, changes and deletes coupons, once they are checked.</summary>
public sealed class CouponSetup(ConfigurationStore configurations, CouponService coupons, CouponJobs jobs, TimeProvider clock)
{
    /// <summary>Most coupons created by one call.</summary>
    public const int MostAtOnce = 20_000;

    /// <summary>Most recipients of one call.</summary>
    public const int MostRecipients = 1_000;

    /// <summary>Most coupons created by one job.</summary>
    public const int MostInAJob = 5_000_000;

    private const int DeletedAtOnce = 1_000;

    /// <summary>Creates coupons in a campaign, whose pattern and coupon attributes stand in for what the request leaves out.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="request">What they are like.</param>
    /// <param name="recipients">One customer for each coupon; null when they are not for one customer each.</param>
    /// <param name="cancellation">Gives up; some coupons may exist then.</param>
    public async Task<IReadOnlyList<Coupon>> CreateAsync(
        long applicationId, long campaignId, NewCoupons request, IReadOnlyList<string>? recipients = null, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        var campaign = configuration.RequireCampaign(applicationId, campaignId);
        var whole = Complete(request, campaign) with { NumberOfCoupons = recipients?.Count ?? request.NumberOfCoupons };
        CouponChecks.Check(configuration.For(applicationId), whole, recipients is not null);
        return await coupons.CreateAsync(configuration.RequireApplication(applicationId), campaignId, whole, clock.GetUtcNow(), recipients, cancellation);
    }

    /// <summary>A page of a campaign's coupons, sorted by one of the <see cref="CouponOrder.Fields"/> or in the order of their creation, and whether there are more.</summary>
    public async Task<(IReadOnlyList<Coupon> Page, bool HasMore)> SearchAsync(
        long applicationId, long campaignId, CouponFilter filter, string? sort, int skip, int take, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        return await ListPage.TakeAsync(FindAsync(configuration.RequireApplication(applicationId), [campaignId], filter, cancellation), CouponOrder.By(sort), skip, take, cancellation);
    }

    /// <summary>A page of the coupons of those campaigns of an Application that are wanted, sorted likewise or campaign by campaign, and whether there are more.</summary>
    public async Task<(IReadOnlyList<Coupon> Page, bool HasMore)> SearchAsync(
        long applicationId, Func<Campaign, bool> campaigns, CouponFilter filter, string? sort, int skip, int take, CancellationToken cancellation = default) =>
        await ListPage.TakeAsync(await FindAsync(applicationId, campaigns, filter, cancellation), CouponOrder.By(sort), skip, take, cancellation);

    /// <summary>All coupons of those campaigns of an Application that are wanted, campaign by campaign. Throws at once for an unknown Application.</summary>
    public async Task<IAsyncEnumerable<Coupon>> FindAsync(long applicationId, Func<Campaign, bool> campaigns, CouponFilter filter, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        var application = configuration.RequireApplication(applicationId);
        long[] wanted = [.. configuration.Campaigns.Where(campaign => campaign.ApplicationId == applicationId && campaigns(campaign)).Select(campaign => campaign.Id)];
        return FindAsync(application, wanted, filter, cancellation);
    }

    /// <summary>Begins a job that creates coupons.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="campaignId">The campaign, whose pattern and coupon attributes stand in for what the request leaves out.</param>
    /// <param name="request">What they are like, and how many.</param>
    /// <param name="cancellation">Gives up before the job begins, or leaves open whether it does.</param>
    public async Task<Job> BeginCreationAsync(long applicationId, long campaignId, NewCoupons request, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        var whole = Complete(request, configuration.RequireCampaign(applicationId, campaignId));
        CouponChecks.Check(configuration.For(applicationId), whole, forRecipients: false);
        return await jobs.CreateAsync(applicationId, campaignId, whole, cancellation);
    }

    /// <summary>Begins a job that deletes the coupons of a campaign that a filter admits.</summary>
    public async Task<Job> BeginDeletionAsync(long applicationId, long campaignId, CouponFilter filter, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        return await jobs.DeleteAsync(applicationId, campaignId, Normalize(configuration.RequireApplication(applicationId), filter), cancellation);
    }

    /// <summary>Imports coupons from a CSV file, all or none.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="text">The file; UTF-8, its first line names the columns.</param>
    /// <param name="skipDuplicates">Whether codes that exist are passed over rather than refused.</param>
    /// <param name="parameter">The form field that the file came in, for problems.</param>
    /// <param name="cancellation">Gives up; some coupons may exist then.</param>
    /// <returns>The import's id, and how many were imported.</returns>
    public async Task<(long ImportId, int Amount)> ImportAsync(
        long applicationId, long campaignId, TextReader text, bool skipDuplicates, string parameter, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        var campaign = configuration.RequireCampaign(applicationId, campaignId);
        var lines = CouponFile.Read(text, parameter, configuration.For(applicationId), campaign, skipDuplicates);
        return await CouponImport.RunAsync(coupons, configuration.RequireApplication(applicationId), lines, skipDuplicates, parameter, clock.GetUtcNow(), cancellation);
    }

    /// <summary>Changes all coupons of a campaign, or those of a batch.</summary>
    public async Task UpdateAsync(long applicationId, long campaignId, string? batchId, CouponEdit edit, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        CouponChecks.Check(configuration.For(applicationId), edit);
        await coupons.EditAllAsync(configuration.RequireApplication(applicationId), campaignId, coupon => batchId is null || coupon.BatchId == batchId, edit.Apply, cancellation);
    }

    /// <summary>Deletes the coupons of a campaign that a filter admits.</summary>
    public async Task DeleteAsync(long applicationId, long campaignId, CouponFilter filter, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        var application = configuration.RequireApplication(applicationId);
        await foreach (var chunk in FindAsync(application, [campaignId], filter, cancellation).Chunk(DeletedAtOnce).WithCancellation(cancellation))
            await coupons.DeleteAsync(application, campaignId, chunk, cancellation);
    }

    /// <summary>Changes a coupon.</summary>
    public async Task<Coupon> UpdateAsync(long applicationId, long campaignId, long couponId, CouponEdit edit, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        CouponChecks.Check(configuration.For(applicationId), edit);
        return await coupons.EditAsync(configuration.RequireApplication(applicationId), campaignId, couponId, edit.Apply, cancellation) ?? throw Missing(couponId);
    }

    /// <summary>Deletes a coupon.</summary>
    public async Task DeleteAsync(long applicationId, long campaignId, long couponId, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        if (!await coupons.DeleteAsync(configuration.RequireApplication(applicationId), campaignId, couponId, cancellation))
            throw Missing(couponId);
    }

    private async IAsyncEnumerable<Coupon> FindAsync(
        Application application, IReadOnlyList<long> campaigns, CouponFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var wanted = Normalize(application, filter);
        var now = clock.GetUtcNow();
        if (wanted is { ExactMatch: true, Value: { } code })
        {
            var only = await coupons.FindAsync(application, code, cancellation);
            if (only is not null && campaigns.Contains(only.CampaignId) && wanted.Admits(only, now))
                yield return only;
            // Where the case counts, a code is looked for in another case only when there is none in this one.
            if (only is not null || application.CaseSensitivity is not (null or CaseSensitivity.Sensitive))
                yield break;
        }

        foreach (var campaign in campaigns)
        {
            await foreach (var coupon in coupons.ListAsync(application, campaign, cancellation))
            {
                if (wanted.Admits(coupon, now))
                    yield return coupon;
            }
        }
    }

    private static CouponFilter Normalize(Application application, CouponFilter filter) =>
        filter is { ExactMatch: true, Value: { } code } ? filter with { Value = application.NormalizeCode(code) } : filter;

    private static NewCoupons Complete(NewCoupons request, Campaign campaign) => request with
    {
        CouponPattern = request.CouponPattern ?? campaign.CouponSettings?.CouponPattern,
        ValidCharacters = request.ValidCharacters ?? campaign.CouponSettings?.ValidCharacters,
        Attributes = campaign.CouponAttributes is { } defaults ? JsonObject.Merge(defaults, request.Attributes) : request.Attributes,
    };

    private static NotFoundException Missing(long id) => new($"There is no coupon {id} here");
}
