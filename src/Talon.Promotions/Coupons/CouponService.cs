using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Creates, finds, edits and deletes coupons.</summary>
public sealed class CouponService
{
    private readonly IdSource _ids;
    private readonly IRandomSource _random;
    private readonly CodeStore<CouponRow> _codes;
    private readonly CouponReader _reader;

    /// <summary>Creates the service.</summary>
    public CouponService(ITableStore store, IdSource ids, IRandomSource random)
    {
        (_ids, _random) = (ids, random);
        _codes = new CodeStore<CouponRow>(store, random, CodeKinds.Coupon);
        _reader = new CouponReader(store);
    }

    /// <summary>Creates coupons in a campaign; every code is new to the Application.</summary>
    /// <exception cref="InvalidRequestException">The pattern does not give enough new codes.</exception>
    public Task<IReadOnlyList<Coupon>> CreateAsync(Application application, long campaignId, NewCoupons request, DateTimeOffset now, CancellationToken cancellation) =>
        CreateAsync(application, campaignId, request, now, null, cancellation);

    /// <summary>Creates coupons in a campaign, each for one of <paramref name="recipients"/> unless there are none given.</summary>
    /// <exception cref="InvalidRequestException">The pattern does not give enough new codes.</exception>
    public async Task<IReadOnlyList<Coupon>> CreateAsync(
        Application application, long campaignId, NewCoupons request, DateTimeOffset now, IReadOnlyList<string>? recipients, CancellationToken cancellation)
    {
        var batch = _random.UniqueId();
        var first = await _ids.TakeAsync(IdKinds.Coupon, request.NumberOfCoupons, cancellation);
        var rows = Enumerable.Range(0, request.NumberOfCoupons)
            .Select(i => new CouponRow(New(recipients is null ? request : request with { RecipientIntegrationId = recipients[i] }, first + i, campaignId, batch, now)))
            .ToArray();
        await _codes.InsertAsync(application, rows, new CodePattern(request.CouponPattern, request.ValidCharacters), "/couponPattern", cancellation);
        return [.. rows.Select(row => row.Coupon)];
    }

    /// <summary>The coupon of a code, with its counters; null when there is none.</summary>
    public Task<Coupon?> FindAsync(Application application, string code, CancellationToken cancellation) =>
        FindStoredAsync(application.Id, null, application.NormalizeCode(code), cancellation);

    /// <summary>The coupon of an id, with its counters; null when the campaign has none.</summary>
    public async Task<Coupon?> FindAsync(Application application, long campaignId, long couponId, CancellationToken cancellation)
    {
        var code = await _codes.CodeAsync(campaignId, couponId, cancellation);
        return code is null ? null : await FindStoredAsync(application.Id, couponId, code, cancellation);
    }

    /// <summary>A campaign's coupons in the order of their ids, with their counters.</summary>
    public IAsyncEnumerable<Coupon> ListAsync(Application application, long campaignId, CancellationToken cancellation) =>
        _codes.ReadAllAsync(campaignId, (id, code) => FindStoredAsync(application.Id, id, code, cancellation), cancellation);

    /// <summary>Edits a coupon; null when the campaign has none of that id.</summary>
    /// <param name="application">The Application.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="couponId">The coupon.</param>
    /// <param name="edit">Gives the coupon as it shall be; run again when somebody else was faster.</param>
    /// <param name="cancellation">Ends the edit before it is written.</param>
    public async Task<Coupon?> EditAsync(Application application, long campaignId, long couponId, Func<Coupon, Coupon> edit, CancellationToken cancellation) =>
        await _codes.EditAsync(application, campaignId, couponId, row => new CouponRow(edit(row.Coupon), row.Revision + 1), cancellation)
            ? await FindAsync(application, campaignId, couponId, cancellation)
            : null;

    /// <summary>Deletes a coupon; false when the campaign has none of that id.</summary>
    public Task<bool> DeleteAsync(Application application, long campaignId, long couponId, CancellationToken cancellation) =>
        _codes.EditAsync(application, campaignId, couponId, static _ => null, cancellation);

    /// <summary>Edits all coupons of a campaign that are wanted.</summary>
    public async Task EditAllAsync(Application application, long campaignId, Func<Coupon, bool> wanted, Func<Coupon, Coupon> edit, CancellationToken cancellation)
    {
        await foreach (var chunk in ListAsync(application, campaignId, cancellation).Where(wanted).Chunk(CodeStore<CouponRow>.Width).WithCancellation(cancellation))
            await Task.WhenAll(chunk.Select(coupon => _codes.EditAsync(application, campaignId, coupon.Id, row => new CouponRow(edit(row.Coupon), row.Revision + 1), cancellation)));
    }

    /// <summary>Coupons of an import with ids, in one batch.</summary>
    internal async Task<(long Id, IReadOnlyList<Coupon> Coupons)> NumberAsync(IReadOnlyList<Coupon> coupons, DateTimeOffset now, CancellationToken cancellation)
    {
        var import = await _ids.NextAsync(IdKinds.Import, cancellation);
        if (coupons.Count == 0)
            return (import, []);
        var batch = _random.UniqueId();
        var first = await _ids.TakeAsync(IdKinds.Coupon, coupons.Count, cancellation);
        return (import, [.. coupons.Select((coupon, i) => coupon with { Id = first + i, Created = now, BatchId = batch, ImportId = import })]);
    }

    /// <summary>Stores coupons with codes of their own, and returns those whose code is taken.</summary>
    internal async Task<IReadOnlyList<Coupon>> InsertAsync(Application application, IReadOnlyList<Coupon> coupons, CancellationToken cancellation) =>
        [.. (await _codes.InsertAsync(application.Id, [.. coupons.Select(coupon => new CouponRow(coupon))], cancellation)).Select(row => row.Coupon)];

    /// <summary>Those of some codes, in the case that the Application stores, that are taken.</summary>
    internal Task<IReadOnlySet<string>> TakenAsync(Application application, IReadOnlyList<string> codes, CancellationToken cancellation) =>
        _codes.TakenAsync(application.Id, codes, cancellation);

    /// <summary>Deletes coupons of a campaign.</summary>
    internal Task DeleteAsync(Application application, long campaignId, IReadOnlyList<Coupon> coupons, CancellationToken cancellation) =>
        _codes.DeleteAsync(application.Id, campaignId, [.. coupons.Select(coupon => (coupon.Id, coupon.Value))], cancellation);

    /// <summary>Creates some of the coupons of a job; doing it again changes nothing.</summary>
    internal Task CreateSomeAsync(Application application, CouponCreation work, long from, int count, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = Enumerable.Range(0, count).Select(i => new CouponRow(New(work.Request, work.FirstId + from + i, work.CampaignId, work.Batch, now)));
        var pattern = new CodePattern(work.Request.CouponPattern, work.Request.ValidCharacters);
        return _codes.InsertDrawnAsync(application, [.. rows], pattern, row => new KeyedRandomSource(work.Seed, row.Coupon.Id), cancellation);
    }

    /// <summary>Looks at some of a campaign's coupons above an id, and deletes those that a filter admits.</summary>
    /// <returns>How many were deleted, and the last id looked at; null when there are no more.</returns>
    internal async Task<(int Deleted, long? Last)> DeleteSomeAsync(
        Application application, long campaignId, CouponFilter filter, long after, int most, DateTimeOffset now, CancellationToken cancellation)
    {
        var entries = await _codes.ListAsync(campaignId, after, cancellation).Take(most).ToListAsync(cancellation);
        var admitted = new Coupon?[entries.Count];
        await Concurrently.ForEachAsync(
            [.. Enumerable.Range(0, entries.Count)],
            CodeStore<CouponRow>.Width,
            async i => admitted[i] = await FindStoredAsync(application.Id, entries[i].Id, entries[i].Code, cancellation) is { } coupon && filter.Admits(coupon, now) ? coupon : null);
        var chosen = admitted.OfType<Coupon>().ToList();
        await DeleteAsync(application, campaignId, chosen, cancellation);
        return (chosen.Count, entries.Count < most ? null : entries[^1].Id);
    }

    /// <summary>Deletes some coupons of a campaign that is gone; how many there were, 0 once none is left.</summary>
    internal Task<int> RemoveSomeAsync(Application application, long campaignId, int most, CancellationToken cancellation) =>
        _codes.RemoveSomeAsync(application.Id, campaignId, most, cancellation);

    /// <summary>A coupon with an id and a code that is not stored yet.</summary>
    internal async Task<NewCoupon> NewAsync(Application application, CodeGeneratorSettings? settings, long campaignId, NewCoupons request, DateTimeOffset now)
    {
        var pattern = new CodePattern(request.CouponPattern ?? settings?.CouponPattern, settings?.ValidCharacters);
        var id = await _ids.NextAsync(IdKinds.Coupon);
        var row = _codes.Draw(application, new CouponRow(New(request, id, campaignId, _random.UniqueId(), now)), pattern);
        return new NewCoupon(row.Coupon, pattern);
    }

    /// <summary>The same with another code; a pattern that gives no other makes way for the default.</summary>
    internal NewCoupon Redraw(Application application, NewCoupon taken)
    {
        var pattern = taken.Pattern.Bits < 1 ? new CodePattern() : taken.Pattern;
        return new NewCoupon(_codes.Draw(application, new CouponRow(taken.Coupon), pattern).Coupon, pattern);
    }

    /// <summary>Stores a new coupon; false when its code is taken.</summary>
    internal Task<bool> InsertOneAsync(long applicationId, Coupon coupon) => _codes.InsertAsync(applicationId, new CouponRow(coupon), CancellationToken.None);

    private async Task<Coupon?> FindStoredAsync(long applicationId, long? id, string code, CancellationToken cancellation)
    {
        var read = await _reader.ReadAsync(applicationId, code, code, null, cancellation);
        return read.Coupon is { } coupon && (id ?? coupon.Id) == coupon.Id ? StateBuilder.Coupons([read], null, new Dictionary<LimitKey, decimal>())[0] : null;
    }

    private static Coupon New(NewCoupons request, long id, long campaignId, string batch, DateTimeOffset now) => new()
    {
        Id = id,
        Created = now,
        CampaignId = campaignId,
        Value = "",
        UsageLimit = request.UsageLimit,
        DiscountCounter = request.DiscountLimit is null ? null : 0,
        DiscountRemainder = request.DiscountLimit,
        ReservationCounter = 0,
        DiscountLimit = request.DiscountLimit,
        ReservationLimit = request.ReservationLimit,
        StartDate = request.StartDate,
        ExpiryDate = request.ExpiryDate,
        Limits = request.Limits,
        Attributes = request.Attributes,
        RecipientIntegrationId = string.IsNullOrEmpty(request.RecipientIntegrationId) ? null : request.RecipientIntegrationId,
        Reservation = string.IsNullOrEmpty(request.RecipientIntegrationId),
        BatchId = batch,
        IsReservationMandatory = request.IsReservationMandatory,
        ImplicitlyReserved = request.ImplicitlyReserved,
    };
}
