using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads what an update needs: first what the request names, then what that revealed.</summary>
internal sealed class SessionReader(
    ITableStore store,
    ConfigurationStore configurations,
    KeptAnswers answers,
    ProfileReader profiles,
    CouponReader coupons,
    ReferralReader referrals,
    CatalogReader catalogs,
    LimitLedger limits,
    CardReader cards)
{
    /// <summary>Reads for an update what the request names, in one trip.</summary>
    public async Task<SessionRead> ReadAsync(RequestContext context, SessionUpdate update, CancellationToken cancellation)
    {
        var partition = Partitions.Session(context.ApplicationId, update.IntegrationId);
        var configuration = configurations.GetAsync(cancellation).AsTask();
        var live = store.ReadAllAsync(partition, OwnerRows.Live, cancellation);
        var kept = answers.FindAsync(context, partition, cancellation);
        var profile = ProfileAsync(update.ProfileId, cancellation);
        var entered = CouponsAsync(context, update.CouponCodes, Customer(update.ProfileId), cancellation);
        var referral = ReferralAsync(context, update.ReferralCode, Customer(update.ProfileId), cancellation);
        var items = ItemsAsync(context, update.CartItems, cancellation);
        var card = CardAsync(context, update.LoyaltyCards, cancellation);
        await Task.WhenAll(configuration, live, kept, profile, entered, referral, items, card);

        return Parse(partition, await live) with
        {
            Application = (await configuration).For(context.ApplicationId),
            Kept = await kept,
            Profile = await profile,
            Coupons = await entered,
            Referral = await referral,
            CatalogItems = await items,
            Card = await card,
        };
    }

    /// <summary>Reads what only the stored session names, in one trip: its profile, the codes kept, and the budgets that its rules looked at last.</summary>
    public async Task<SessionRead> CompleteAsync(RequestContext context, SessionUpdate update, SessionRead read, CancellationToken cancellation)
    {
        if (read.Stored is not { } stored)
            return read;
        var customer = Customer(update.ProfileId ?? stored.Session.ProfileId);
        var profile = read.Profile is null ? ProfileAsync(customer, cancellation) : Task.FromResult<ProfileRead?>(read.Profile);
        var entered = update.CouponCodes is not null && customer == Customer(update.ProfileId)
            ? Task.FromResult(read.Coupons)
            : CouponsAsync(context, update.CouponCodes ?? stored.Session.CouponCodes, customer, cancellation);
        var code = update.ReferralCode ?? stored.Session.ReferralCode;
        var known = update.ReferralCode is not null && customer == Customer(update.ProfileId);
        var referral = known ? Task.FromResult(read.Referral) : ReferralAsync(context, code, customer, cancellation);
        var advocate = code.Length == 0 ? Task.FromResult<ProfileRead?>(null) : ProfileAsync(read.Referral?.Referral?.AdvocateProfileIntegrationId ?? stored.Advocate, cancellation);
        var budgets = Task.WhenAll(stored.Budgets.Select(key => limits.ReadAsync(LimitPlace.OfBudget(key), cancellation)));
        var card = update.LoyaltyCards is null ? CardAsync(context, stored.Session.LoyaltyCards, cancellation) : Task.FromResult(read.Card);
        await Task.WhenAll(profile, entered, budgets, referral, advocate, card);
        return read with
        {
            Profile = await profile,
            Coupons = await entered,
            Budgets = [.. stored.Budgets.Zip(await budgets)],
            Referral = (await referral)?.Guess(await advocate),
            Card = await card,
        };
    }

    /// <summary>Reads for a dry run: the payload alone, in one trip.</summary>
    public async Task<SessionRead> ReadDryAsync(RequestContext context, SessionUpdate update, CancellationToken cancellation)
    {
        var configuration = configurations.GetAsync(cancellation).AsTask();
        var profile = ProfileAsync(update.ProfileId, cancellation);
        var entered = CouponsAsync(context, update.CouponCodes, Customer(update.ProfileId), cancellation);
        var referral = ReferralAsync(context, update.ReferralCode, Customer(update.ProfileId), cancellation);
        var items = ItemsAsync(context, update.CartItems, cancellation);
        var card = CardAsync(context, update.LoyaltyCards, cancellation);
        await Task.WhenAll(configuration, profile, entered, referral, items, card);
        return new SessionRead
        {
            Application = (await configuration).For(context.ApplicationId),
            Partition = Partitions.Session(context.ApplicationId, update.IntegrationId),
            Profile = await profile,
            Coupons = await entered,
            Referral = await referrals.CompleteAsync(await referral, cancellation),
            CatalogItems = await items,
            Card = await card,
        };
    }

    /// <summary>Reads a session alone.</summary>
    public async Task<SessionRead> ReadSessionAsync(RequestContext context, string integrationId, CancellationToken cancellation)
    {
        var partition = Partitions.Session(context.ApplicationId, integrationId);
        var configuration = configurations.GetAsync(cancellation).AsTask();
        var live = store.ReadAllAsync(partition, OwnerRows.Live, cancellation);
        var kept = answers.FindAsync(context, partition, cancellation);
        await Task.WhenAll(configuration, live, kept);
        return Parse(partition, await live) with
        {
            Application = (await configuration).For(context.ApplicationId),
            Kept = await kept,
        };
    }

    private static SessionRead Parse(string partition, IReadOnlyList<Row> rows)
    {
        var entity = rows.FirstOrDefault(row => row.Key == OwnerRows.Entity);
        return new SessionRead
        {
            Application = null!,
            Partition = partition,
            Stored = entity is null ? null : RowCodec.Decode(entity.Body, RowJson.Default.SessionRow),
            ETag = entity?.ETag,
            Unfinished = [.. Having(OwnerRows.PendingPrefix).Select(row => new AttemptReference(partition, row.Key[OwnerRows.PendingPrefix.Length..]))],
            Outbox = [.. Having(OwnerRows.OutboxPrefix)],
        };

        IEnumerable<Row> Having(string prefix) => rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static string? Customer(string? profileId) => string.IsNullOrEmpty(profileId) ? null : profileId;

    /// <summary>The configuration to read by, beside the reading of the latest: as this instance last saw it, so that it takes no trip of its own.</summary>
    private async Task<ApplicationConfiguration> ApplicationAsync(RequestContext context, CancellationToken cancellation)
    {
        var configuration = configurations.Current.Version > 0 ? configurations.Current : await configurations.GetAsync(cancellation);
        return configuration.For(context.ApplicationId);
    }

    private async Task<ProfileRead?> ProfileAsync(string? profileId, CancellationToken cancellation) =>
        Customer(profileId) is { } customer ? await profiles.ReadAsync(customer, cancellation) : null;

    private async Task<CardRead?> CardAsync(RequestContext context, IReadOnlyList<string>? named, CancellationToken cancellation)
    {
        if (named is null or { Count: 0 })
            return null;
        return await cards.ReadAsync(await ApplicationAsync(context, cancellation), named, cancellation);
    }

    private async Task<ReferralRead?> ReferralAsync(RequestContext context, string? code, string? friend, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(code))
            return null;
        var application = (await ApplicationAsync(context, cancellation)).Application;
        return await referrals.ReadAsync(context.ApplicationId, code, application.NormalizeCode(code), friend, cancellation);
    }

    private async Task<IReadOnlyDictionary<string, CatalogItem>> ItemsAsync(RequestContext context, IReadOnlyList<CartItem>? lines, CancellationToken cancellation) =>
        await catalogs.FindAsync(await ApplicationAsync(context, cancellation), (lines ?? []).Select(line => line.Sku), cancellation);

    /// <summary>Codes that differ only in what the Application does not tell apart count once.</summary>
    private async Task<IReadOnlyList<CouponRead>> CouponsAsync(RequestContext context, IReadOnlyList<string>? codes, string? customer, CancellationToken cancellation)
    {
        if (codes is null or { Count: 0 })
            return [];
        var application = (await ApplicationAsync(context, cancellation)).Application;
        var reads = codes.DistinctBy(application.NormalizeCode)
            .Select(code => coupons.ReadAsync(context.ApplicationId, code, application.NormalizeCode(code), customer, cancellation));
        return await Task.WhenAll(reads);
    }
}
