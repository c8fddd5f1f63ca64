using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Creates, finds, edits and deletes coupons.</summary>
public sealed class CouponService
{
    private const int MostSideBySide = 256;
    private const int MostFruitlessDraws = 50;

    private readonly ITableStore _store;
    private readonly IdSource _ids;
    private readonly IRandomSource _random;
    private readonly CouponIndex _index;
    private readonly CouponReader _reader;

    /// <summary>Creates the service.</summary>
    public CouponService(ITableStore store, IdSource ids, IRandomSource random)
    {
        (_store, _ids, _random) = (store, ids, random);
        _index = new CouponIndex(store);
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
        var pattern = new CodePattern(request.CouponPattern, request.ValidCharacters);
        if (Math.Pow(2, pattern.Bits) < request.NumberOfCoupons)
            throw new InvalidRequestException(new Problem("Invalid value", $"The pattern cannot give {request.NumberOfCoupons} different codes.", "/couponPattern"));
        var batch = _random.UniqueId();
        var first = await _ids.TakeAsync(IdKinds.Coupon, request.NumberOfCoupons, cancellation);
        var coupons = Enumerable.Range(0, request.NumberOfCoupons)
            .Select(i => New(recipients is null ? request : request with { RecipientIntegrationId = recipients[i] }, first + i, campaignId, batch, now))
            .ToArray();
        foreach (var chunk in Enumerable.Range(0, coupons.Length).Chunk(MostSideBySide))
            await InsertAsync(application, coupons, chunk, pattern, cancellation);
        return coupons;
    }

    /// <summary>The coupon of a code, with its counters; null when there is none.</summary>
    public async Task<Coupon?> FindAsync(Application application, string code, CancellationToken cancellation)
    {
        var read = await _reader.ReadAsync(application.Id, code, application.NormalizeCode(code), null, cancellation);
        return read.Coupon is null ? null : StateBuilder.Coupons([read], null, new Dictionary<LimitKey, decimal>())[0];
    }

    /// <summary>The coupon of an id, with its counters; null when the campaign has none.</summary>
    public async Task<Coupon?> FindAsync(Application application, long campaignId, long couponId, CancellationToken cancellation)
    {
        var code = await _index.FindAsync(campaignId, couponId, cancellation);
        return code is not null && await FindAsync(application, code, cancellation) is { } coupon && coupon.Id == couponId ? coupon : null;
    }

    /// <summary>A campaign's coupons in the order of their ids, with their counters.</summary>
    public async IAsyncEnumerable<Coupon> ListAsync(Application application, long campaignId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (id, code) in _index.ListAsync(campaignId, cancellation))
        {
            if (await FindAsync(application, code, cancellation) is { } coupon && coupon.Id == id)
                yield return coupon;
        }
    }

    /// <summary>Edits a coupon; null when the campaign has none of that id.</summary>
    /// <param name="application">The Application.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="couponId">The coupon.</param>
    /// <param name="edit">Gives the coupon as it shall be; run again when somebody else was faster.</param>
    /// <param name="cancellation">Ends the edit before it is written.</param>
    public async Task<Coupon?> EditAsync(Application application, long campaignId, long couponId, Func<Coupon, Coupon> edit, CancellationToken cancellation)
    {
        while (await RowAsync(application, campaignId, couponId, cancellation) is { } found)
        {
            var edited = new CouponRow(edit(found.Stored.Coupon), found.Stored.Revision + 1);
            var change = Change.Replace(found.Row.Key, RowCodec.Encode(edited, RowJson.Default.CouponRow), found.Row.ETag);
            if ((await _store.CommitAsync(found.Partition, [change], cancellation)).Committed)
                return await FindAsync(application, campaignId, couponId, cancellation);
        }

        return null;
    }

    /// <summary>Deletes a coupon; false when the campaign has none of that id.</summary>
    public async Task<bool> DeleteAsync(Application application, long campaignId, long couponId, CancellationToken cancellation)
    {
        while (await RowAsync(application, campaignId, couponId, cancellation) is { } found)
        {
            if ((await _store.CommitAsync(found.Partition, [Change.Delete(found.Row.Key, found.Row.ETag)], cancellation)).Committed)
                return true;
        }

        return false;
    }

    private async Task<(string Partition, Row Row, CouponRow Stored)?> RowAsync(Application application, long campaignId, long couponId, CancellationToken cancellation)
    {
        if (await _index.FindAsync(campaignId, couponId, cancellation) is not { } code)
            return null;
        var partition = Partitions.Coupon(application.Id, application.NormalizeCode(code));
        if (await _store.ReadAsync(partition, LimitPlace.CouponPrefix, cancellation) is not { } row)
            return null;
        var stored = RowCodec.Decode(row.Body, RowJson.Default.CouponRow);
        return stored.Coupon.Id == couponId ? (partition, row, stored) : null;
    }

    /// <summary>Inserts one chunk; a code that is taken is drawn anew, unless the pattern leaves no choice.</summary>
    private async Task InsertAsync(Application application, Coupon[] coupons, int[] chunk, CodePattern pattern, CancellationToken cancellation)
    {
        var fruitless = 0;
        for (var left = chunk; left.Length > 0;)
        {
            var before = left.Length;
            foreach (var i in left)
                coupons[i] = coupons[i] with { Value = application.NormalizeCode(pattern.Next(_random)) };
            await _index.AddAsync(coupons[left[0]].CampaignId, [.. left.Select(i => (coupons[i].Id, coupons[i].Value))], cancellation);
            var inserted = await Task.WhenAll(left.Select(i => InsertAsync(application.Id, coupons[i], cancellation)));
            left = [.. left.Zip(inserted).Where(pair => !pair.Second).Select(pair => pair.First)];
            fruitless = left.Length < before ? 0 : fruitless + 1;
            if (fruitless == MostFruitlessDraws)
                throw new InvalidRequestException(new Problem("Invalid value", "The pattern gives hardly any new codes.", "/couponPattern"));
            if (left.Length > 0 && pattern.Bits < 1)
                throw new InvalidRequestException(new Problem("Duplicate", $"The code \"{coupons[left[0]].Value}\" exists already in this Application.", "/couponPattern"));
        }
    }

    /// <summary>A coupon with an id and a code that is not stored yet.</summary>
    internal async Task<NewCoupon> NewAsync(Application application, CodeGeneratorSettings? settings, long campaignId, NewCoupons request, DateTimeOffset now)
    {
        var pattern = new CodePattern(request.CouponPattern ?? settings?.CouponPattern, settings?.ValidCharacters);
        var id = await _ids.NextAsync(IdKinds.Coupon);
        return new NewCoupon(New(request, id, campaignId, _random.UniqueId(), now) with { Value = application.NormalizeCode(pattern.Next(_random)) }, pattern);
    }

    /// <summary>The same with another code; a pattern that gives no other makes way for the default.</summary>
    internal NewCoupon Redraw(Application application, NewCoupon taken)
    {
        var pattern = taken.Pattern.Bits < 1 ? new CodePattern() : taken.Pattern;
        return new NewCoupon(taken.Coupon with { Value = application.NormalizeCode(pattern.Next(_random)) }, pattern);
    }

    /// <summary>Stores a new coupon; false when its code is taken.</summary>
    internal async Task<bool> InsertOneAsync(long applicationId, Coupon coupon)
    {
        await _index.AddAsync(coupon.CampaignId, [(coupon.Id, coupon.Value)], CancellationToken.None);
        return await InsertAsync(applicationId, coupon, CancellationToken.None);
    }

    private async Task<bool> InsertAsync(long applicationId, Coupon coupon, CancellationToken cancellation)
    {
        var insert = Change.Insert(LimitPlace.CouponPrefix, RowCodec.Encode(new CouponRow(coupon), RowJson.Default.CouponRow));
        var partition = Partitions.Coupon(applicationId, coupon.Value);
        if ((await _store.CommitAsync(partition, [insert], cancellation)).Committed)
            return true;
        return await _store.ReadAsync(partition, LimitPlace.CouponPrefix, cancellation) is { } row
            && RowCodec.Decode(row.Body, RowJson.Default.CouponRow).Coupon.Id == coupon.Id;
    }

    private static Coupon New(NewCoupons request, long id, long campaignId, string batch, DateTimeOffset now) => new()
    {
        Id = id,
        Created = now,
        CampaignId = campaignId,
        Value = "",
        UsageLimit = request.UsageLimit,
        DiscountLimit = request.DiscountLimit,
        ReservationLimit = request.ReservationLimit,
        StartDate = request.StartDate,
        ExpiryDate = request.ExpiryDate,
        Limits = request.Limits,
        Attributes = request.Attributes,
        RecipientIntegrationId = request.RecipientIntegrationId,
        Reservation = request.RecipientIntegrationId is null,
        BatchId = batch,
        IsReservationMandatory = request.IsReservationMandatory,
        ImplicitlyReserved = request.ImplicitlyReserved,
    };
}
