using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reserves coupons for customers when callers ask for it, whatever the coupon's reservation limit; rules obey that.</summary>
/// <remarks>Source: docs.talon.one, using coupon wallets.</remarks>
public sealed class ReservationService
{
    private const int MostAtOnce = 64;

    /// <summary>Most reservations in one transaction: what counts them takes three changes.</summary>
    private const int MostInTransaction = StorageLimits.MaxChanges - 3;

    private readonly ITableStore _store;
    private readonly CouponReader _coupons;
    private readonly ProfileReader _profiles;
    private readonly ProfileWriter _writer;
    private readonly IRandomSource _random;
    private readonly TimeProvider _clock;

    internal ReservationService(ITableStore store, CouponReader coupons, ProfileReader profiles, ProfileWriter writer, IRandomSource random, TimeProvider clock) =>
        (_store, _coupons, _profiles, _writer, _random, _clock) = (store, coupons, profiles, writer, random, clock);

    /// <summary>Reserves a coupon; reservations that are there stay. Those who are no customers yet become some.</summary>
    /// <returns>The coupon with its counters.</returns>
    /// <exception cref="NotFoundException">There is no coupon of that code.</exception>
    /// <exception cref="InvalidRequestException">The coupon is for one customer alone.</exception>
    public async Task<Coupon> ReserveAsync(Application application, string code, IReadOnlyList<string> customers, DateTimeOffset now, CancellationToken cancellation)
    {
        var read = await FindAsync(application, code, cancellation);
        if (read.Coupon!.RecipientIntegrationId is not null)
            throw new InvalidRequestException(new Problem("Invalid", $"The coupon \"{read.Coupon.Value}\" is for one customer alone and cannot be reserved.", Parameter: "couponValue"));
        foreach (var chunk in customers.Distinct().Chunk(MostInTransaction))
        {
            foreach (var batch in chunk.Chunk(MostAtOnce))
                await Task.WhenAll(batch.Select(customer => _writer.LinkAsync(customer, read.Partition, now, cancellation)));
            await ChangeAsync(read, chunk, now, (key, row, customer) => row is null ? Change.Insert(key, RowCodec.Encode(new ReservationRow(customer, read.Coupon.Id, now), RowJson.Default.ReservationRow)) : null, cancellation);
        }

        return StateBuilder.Coupons([await FindAsync(application, code, cancellation)], null, new Dictionary<LimitKey, decimal>())[0];
    }

    /// <summary>Takes reservations away; nothing happens for those who have none.</summary>
    /// <exception cref="NotFoundException">There is no coupon of that code.</exception>
    public async Task ReleaseAsync(Application application, string code, IReadOnlyList<string> customers, DateTimeOffset now, CancellationToken cancellation)
    {
        var read = await FindAsync(application, code, cancellation);
        foreach (var chunk in customers.Distinct().Chunk(MostInTransaction))
            await ChangeAsync(read, chunk, now, (_, row, _) => row is null ? null : Change.Delete(row.Key, row.ETag), cancellation);
    }

    /// <summary>The customers who have a coupon reserved, in no particular order.</summary>
    /// <exception cref="NotFoundException">There is no coupon of that code.</exception>
    public async Task<IReadOnlyList<CustomerProfile>> HoldersAsync(Application application, string code, CancellationToken cancellation)
    {
        var read = await FindAsync(application, code, cancellation);
        var suffix = CouponReader.ReservationSuffix(read.Coupon!.Id);
        var holders = new List<CustomerProfile>();
        var reserved = _store.StreamAsync(read.Partition, KeyRange.Prefix(LimitPlace.CustomersPrefix), cancellation)
            .Where(row => row.Key.EndsWith("." + suffix, StringComparison.Ordinal))
            .Select(row => RowCodec.Decode(row.Body, RowJson.Default.ReservationRow).ProfileIntegrationId);
        await foreach (var batch in reserved.Chunk(MostAtOnce))
            holders.AddRange((await Task.WhenAll(batch.Select(customer => _profiles.ReadAsync(customer, cancellation)))).Select(profile => profile.Stored?.Profile).OfType<CustomerProfile>());
        return holders;
    }

    /// <summary>Takes the reservation of a customer away who is erased, where there is one.</summary>
    internal async Task ForgetAsync(string couponPartition, string customer, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await _coupons.ReadAsync(couponPartition, customer, cancellation) is { Reserved: true } read)
            await ChangeAsync(read, [customer], now, (_, row, _) => row is null ? null : Change.Delete(row.Key, row.ETag), cancellation);
    }

    private async Task<CouponRead> FindAsync(Application application, string code, CancellationToken cancellation)
    {
        var read = await _coupons.ReadAsync(application.Id, code, application.NormalizeCode(code), null, cancellation);
        return read.Coupon is null ? throw new NotFoundException($"There is no coupon \"{code}\".") : read;
    }

    /// <summary>Changes reservations and their counter in one transaction, together with the claim that the counter agrees with.</summary>
    private async Task ChangeAsync(CouponRead read, IReadOnlyList<string> customers, DateTimeOffset now, Func<string, Row?, string, Change?> changeOf, CancellationToken cancellation)
    {
        var limit = LimitKey.CouponReservations(read.Coupon!.Id);
        var place = LimitPlace.OfCoupon(read.Partition, limit);
        var keys = customers.Select(customer => CouponReader.Reservation(customer, read.Coupon.Id)).ToList();
        for (var retry = new Retry(_clock); ; await retry.DelayAsync(cancellation))
        {
            var counting = LimitLedger.ReadAsync(_store, place, cancellation);
            var rows = await Task.WhenAll(keys.Select(key => _store.ReadAsync(read.Partition, key, cancellation).AsTask()));
            List<Change> changes = [.. keys.Select((key, i) => changeOf(key, rows[i], customers[i])).OfType<Change>()];
            var counter = await counting;
            var amount = changes.Sum(change => change.Kind == ChangeKind.Delete ? -1 : 1);
            if (changes.Count == 0)
                return;
            var attempt = AttemptReference.New(read.Partition, now, _random);
            var claim = new LimitClaim(read.Partition, place.Counter, limit, attempt.Id + ".0", amount, Permanent: true);
            changes.AddRange(new CounterStock(claim, counter).Plus(amount).Changes);
            changes.Add(Change.Insert(claim.RowKey, RowCodec.Encode(new ClaimRow(attempt.Owner, attempt.Id, amount), RowJson.Default.ClaimRow)));
            var ended = new AttemptRow { Id = attempt.Id, State = AttemptState.Committed, Begun = now, Claims = [claim] };
            changes.Add(Change.Insert(OwnerRows.Ended(attempt.Id), RowCodec.Encode(ended, RowJson.Default.AttemptRow)));
            if ((await _store.CommitAsync(read.Partition, changes, cancellation)).Committed)
                return;
        }
    }
}
