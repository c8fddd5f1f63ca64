using System.Text.Json;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Sets attributes of profiles, coupons and referrals that a rule updated, once per outbox row.</summary>
internal sealed class AttributeBooking(ITableStore store, TimeProvider clock)
{
    /// <summary>Merges the attributes; the marker that it is done stands in the same transaction.</summary>
    public async Task BookAsync(string partition, string id, JsonElement attributes, CancellationToken cancellation)
    {
        var marker = "attributes." + id;
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            if (await store.ReadAsync(partition, marker, cancellation) is not null)
                return;
            if (await ChangeAsync(partition, attributes, cancellation) is not { } change)
                return;
            if ((await store.CommitAsync(partition, [change, Change.Insert(marker, RowCodec.Empty)], cancellation)).Committed)
                return;
        }
    }

    /// <summary>Null when what was to be updated is gone.</summary>
    private async Task<Change?> ChangeAsync(string partition, JsonElement attributes, CancellationToken cancellation)
    {
        if (await store.ReadAsync(partition, OwnerRows.Entity, cancellation) is { } profile)
        {
            var row = RowCodec.Decode(profile.Body, RowJson.Default.ProfileRow);
            var updated = row with { Profile = row.Profile with { Attributes = JsonObject.Merge(row.Profile.Attributes, attributes) } };
            return Change.Replace(profile.Key, RowCodec.Encode(updated, RowJson.Default.ProfileRow), profile.ETag);
        }

        if (await store.ReadAsync(partition, LimitPlace.ReferralPrefix, cancellation) is { } referral)
        {
            var row = RowCodec.Decode(referral.Body, RowJson.Default.ReferralRow);
            var updated = row with { Referral = row.Referral with { Attributes = JsonObject.Merge(row.Referral.Attributes ?? JsonObject.Empty, attributes) } };
            return Change.Replace(referral.Key, RowCodec.Encode(updated, RowJson.Default.ReferralRow), referral.ETag);
        }

        if (await store.ReadAsync(partition, LimitPlace.CouponPrefix, cancellation) is not { } coupon)
            return null;
        var stored = RowCodec.Decode(coupon.Body, RowJson.Default.CouponRow);
        var changed = stored with { Coupon = stored.Coupon with { Attributes = JsonObject.Merge(stored.Coupon.Attributes ?? JsonObject.Empty, attributes) } };
        return Change.Replace(coupon.Key, RowCodec.Encode(changed, RowJson.Default.CouponRow), coupon.ETag);
    }
}
