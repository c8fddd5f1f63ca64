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
    public async Task<Coupon?> FindAsync(Application application, string code, CancellationToken cancellation)
    {
        var read = await _reader.ReadAsync(application.Id, code, application.NormalizeCode(code), null, cancellation);
        return read.Coupon is null ? null : StateBuilder.Coupons([read], null, new Dictionary<LimitKey, decimal>())[0];
    }

    /// <summary>The coupon of an id, with its counters; null when the campaign has none.</summary>
    public async Task<Coupon?> FindAsync(Application application, long campaignId, long couponId, CancellationToken cancellation)
    {
        var code = await _codes.CodeAsync(campaignId, couponId, cancellation);
        return code is not null && await FindAsync(application, code, cancellation) is { } coupon && coupon.Id == couponId ? coupon : null;
    }

    /// <summary>A campaign's coupons in the order of their ids, with their counters.</summary>
    public async IAsyncEnumerable<Coupon> ListAsync(Application application, long campaignId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (id, code) in _codes.ListAsync(campaignId, cancellation))
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
    public async Task<Coupon?> EditAsync(Application application, long campaignId, long couponId, Func<Coupon, Coupon> edit, CancellationToken cancellation) =>
        await _codes.EditAsync(application, campaignId, couponId, row => new CouponRow(edit(row.Coupon), row.Revision + 1), cancellation)
            ? await FindAsync(application, campaignId, couponId, cancellation)
            : null;

    /// <summary>Deletes a coupon; false when the campaign has none of that id.</summary>
    public Task<bool> DeleteAsync(Application application, long campaignId, long couponId, CancellationToken cancellation) =>
        _codes.EditAsync(application, campaignId, couponId, static _ => null, cancellation);

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
