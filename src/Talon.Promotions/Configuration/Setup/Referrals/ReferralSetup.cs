namespace Talon.Promotions;

/// <summary>Creates, imports, searches, changes and deletes referrals, once they are checked.</summary>
public sealed class ReferralSetup(ConfigurationStore configurations, ReferralService referrals, TimeProvider clock)
{
    /// <summary>Most advocates of one call.</summary>
    public const int MostAdvocates = 1_000;

    /// <summary>Creates a referral for each advocate. Budgets are not asked.</summary>
    public async Task<IReadOnlyList<Referral>> CreateAsync(long applicationId, NewReferrals request, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        var application = configuration.For(applicationId);
        ReferralChecks.Check(application, request);
        return await referrals.CreateAsync(application.Application, application.Campaigns[request.CampaignId].ReferralSettings, request, now, cancellation);
    }

    /// <summary>Creates the referrals of a CSV file, all or, when a line is wrong or a code taken, none.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="file">The file.</param>
    /// <param name="parameter">The form field that it came in, for problems.</param>
    /// <param name="cancellation">Gives up; some referrals may exist then.</param>
    /// <returns>The id of the import, and how many were created.</returns>
    public async Task<(long ImportId, int Amount)> ImportAsync(long applicationId, long campaignId, TextReader file, string parameter, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        var application = configuration.For(applicationId);
        var table = ReferralFile.Table(parameter);
        var blank = await referrals.BlankAsync(campaignId, clock.GetUtcNow(), cancellation);
        var lines = ReferralFile.Read(file, table, application, blank);
        await foreach (var (line, code) in referrals.TakenAsync(application.Application, lines, cancellation))
            table.Refuse(line, $"The code \"{code}\" exists already in this Application");
        table.Throw();
        return (blank.ImportId!.Value, await referrals.ImportAsync(application.Application, [.. lines.Select(line => line.Referral)], cancellation));
    }

    /// <summary>A page of a campaign's referrals, sorted by one of the <see cref="ReferralOrder.Fields"/> or in the order of their creation, and whether there are more.</summary>
    public async Task<(IReadOnlyList<Referral> Page, bool HasMore)> SearchAsync(
        long applicationId, long campaignId, ReferralFilter filter, string? sort, int skip, int take, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        var now = clock.GetUtcNow();
        var found = referrals.ListAsync(configuration.RequireApplication(applicationId), campaignId, cancellation).Where(referral => filter.Admits(referral, now));
        return await ListPage.TakeAsync(found, ReferralOrder.By(sort), skip, take, cancellation);
    }

    /// <summary>Changes a referral.</summary>
    public async Task<Referral> UpdateAsync(long applicationId, long campaignId, long referralId, ReferralEdit edit, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        ReferralChecks.Check(configuration.For(applicationId), edit);
        return await referrals.EditAsync(configuration.RequireApplication(applicationId), campaignId, referralId, edit.Apply, cancellation) ?? throw Missing(referralId);
    }

    /// <summary>Deletes a referral.</summary>
    public async Task DeleteAsync(long applicationId, long campaignId, long referralId, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        if (!await referrals.DeleteAsync(configuration.RequireApplication(applicationId), campaignId, referralId, cancellation))
            throw Missing(referralId);
    }

    private static NotFoundException Missing(long id) => new($"There is no referral {id} here");
}
