using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The counters that one update has read, and where they stand.</summary>
/// <param name="limits">Where counters are kept.</param>
/// <param name="scope">What the update is about.</param>
/// <param name="left">Claims that the session holds from before; what is wanted is taken from them first.</param>
internal sealed class CounterBook(LimitLedger limits, UpdateScope scope, IReadOnlyList<Claim> left) : IClaimBook
{
    private readonly Dictionary<LimitKey, decimal> _left = left.OfType<LimitClaim>().GroupBy(claim => claim.Key).ToDictionary(claims => claims.Key, claims => claims.Sum(claim => claim.Amount));
    private readonly Dictionary<long, string> _couponPartitions = [];
    private readonly Dictionary<long, string> _referralPartitions = [];
    private readonly Dictionary<long, Coupon> _coupons = [];
    private readonly Dictionary<LimitKey, CounterState> _states = [];
    private readonly Dictionary<LimitKey, decimal> _used = [];
    private readonly Dictionary<LimitKey, DateTimeOffset?> _claimed = [];
    private readonly Dictionary<LimitKey, decimal> _held = [];

    /// <summary>The customer's integration id; null when anonymous.</summary>
    public string? Customer => scope.Customer;

    /// <summary>How much of each limit is used, as the rule engine wants it.</summary>
    public IReadOnlyDictionary<LimitKey, decimal> Used => _used;

    /// <summary>How much of each claimed limit is now used, this attempt included.</summary>
    public Dictionary<LimitKey, decimal> UsedAfter { get; } = [];

    /// <summary>The campaigns' budgets among them.</summary>
    public IReadOnlyList<LimitKey> Budgets => [.. _used.Keys.Where(key => key.Owner == LimitOwner.Campaign)];

    /// <summary>A coupon that was read; null when it was not.</summary>
    public Coupon? Coupon(long id) => _coupons.GetValueOrDefault(id);

    /// <summary>Adds a counter that was read.</summary>
    public void Add(LimitKey key, CounterState state)
    {
        _states[key] = state;
        _used[key] = state.Used - _left.GetValueOrDefault(key);
        _claimed[key] = state.Claimed;
    }

    /// <summary>Adds what reading a coupon revealed, for a customer or for none.</summary>
    public void Add(CouponRead read, string? reader)
    {
        if (read.Coupon is not { } coupon)
            return;
        _couponPartitions[coupon.Id] = read.Partition;
        _coupons[coupon.Id] = coupon;
        foreach (var (key, state) in read.Counters(reader))
            Add(key, state);
    }

    /// <summary>Adds what reading a referral revealed.</summary>
    public void Add(ReferralRead read)
    {
        if (read.Referral is not { } referral)
            return;
        _referralPartitions[referral.Id] = read.Partition;
        Add(LimitKey.ReferralUses(referral.Id), read.Uses);
        if (scope.Customer is not { } friend)
            return;
        Add(ReferralRead.ByFriend(referral.Id, friend), read.FriendUses);
        Add(Referred(friend), read.Referred);
    }

    /// <summary>Notes how much is used by others.</summary>
    public void Cap(LimitKey key, decimal used)
    {
        _states.Remove(key);
        _used[key] = used;
    }

    /// <inheritdoc/>
    public EvaluationFacts AddTo(EvaluationFacts facts)
    {
        var referred = scope.Customer is { } friend && _used.GetValueOrDefault(Referred(friend)) >= 1;
        return facts with
        {
            Used = _used,
            Referral = facts.Referral is { Referral: { } referral } entered ? entered with { Referral = referral with { FriendAlreadyReferred = referred } } : facts.Referral,
        };
    }

    /// <inheritdoc/>
    public async Task ReadAsync(MissingFacts missing, CancellationToken cancellation)
    {
        if (scope.Counted is { } counted)
        {
            foreach (var key in missing.Limits)
                Cap(key, counted(key));
            return;
        }

        var states = await Task.WhenAll(missing.Limits.Select(key => limits.ReadAsync(Place(key), cancellation)));
        foreach (var (key, state) in missing.Limits.Zip(states))
            Add(key, state);
    }

    /// <inheritdoc/>
    public Task CompleteAsync(Effect[] effects, IReadOnlyList<EffectKey> keys, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public IEnumerable<Shortage> Shortages(EvaluationResult result)
    {
        var keys = result.Short.Limits.AsEnumerable();
        if (_referralPartitions.Count > 0 && scope.Customer is { } friend && _used.GetValueOrDefault(Referred(friend)) >= 1)
            keys = keys.Append(Referred(friend));
        return keys.Select(key => new Shortage(this, key, Place(key).Partition, Place(key).Counter, _claimed.GetValueOrDefault(key)));
    }

    /// <inheritdoc/>
    public async Task ReadAgainAsync(object key, CancellationToken cancellation)
    {
        var limit = (LimitKey)key;
        var state = await limits.ReadAsync(Place(limit), cancellation);
        _claimed[limit] = state.Claimed;
        _states.Clear();
        Cap(limit, state.Used - _held.GetValueOrDefault(limit) - _left.GetValueOrDefault(limit));
    }

    /// <inheritdoc/>
    public IEnumerable<Want> Wants(EvaluationResult result)
    {
        var free = new Dictionary<LimitKey, decimal>(_left);
        foreach (var charge in result.Charges.Concat(AlsoCounted.Of(result, scope, this)))
        {
            var covered = Math.Min(charge.Amount, free.GetValueOrDefault(charge.Key));
            if (covered > 0)
                free[charge.Key] -= covered;
            if (charge.Amount > covered)
                yield return new Want(this, charge.Key, charge.Amount - covered, charge.Ceiling, charge.Instant);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ClaimRequest> RequestAsync(Want want, string id, decimal amount)
    {
        var key = (LimitKey)want.Key;
        var place = Place(key);
        var claim = new LimitClaim(place.Partition, place.Counter, key, id, amount, want.Instant);
        return new(new ClaimRequest(claim, want.Ceiling, _states.TryGetValue(key, out var state) ? new CounterStock(claim, state) : null));
    }

    /// <inheritdoc/>
    public void Granted(Want want, ClaimVerdict verdict)
    {
        var key = (LimitKey)want.Key;
        UsedAfter[key] = verdict.Used;
        _held[key] = _held.GetValueOrDefault(key) + verdict.Made!.Amount;
    }

    /// <inheritdoc/>
    public void Refused(Want want, ClaimVerdict verdict, decimal held)
    {
        _claimed[(LimitKey)want.Key] = ((CounterStock)verdict.Stock).State.Claimed;
        Cap((LimitKey)want.Key, verdict.Used - held - _left.GetValueOrDefault((LimitKey)want.Key));
    }

    /// <inheritdoc/>
    public void GivenBack(Want want, decimal amount)
    {
        UsedAfter[(LimitKey)want.Key] -= amount;
        _held[(LimitKey)want.Key] -= amount;
    }

    private LimitKey Referred(string friend) => ReferralRead.ReferredOnce(scope.Application.Application.Id, friend);

    private LimitPlace Place(LimitKey key) => key.Owner switch
    {
        LimitOwner.Campaign => LimitPlace.OfBudget(key),
        LimitOwner.Referral => key.Limit == ReferralRead.FriendLimit ? LimitPlace.OfReferred(key) : LimitPlace.OfReferral(_referralPartitions[key.OwnerId], key),
        LimitOwner.Coupon => LimitPlace.OfCoupon(_couponPartitions[key.OwnerId], key),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Owner, "This limit has no place."),
    };
}
