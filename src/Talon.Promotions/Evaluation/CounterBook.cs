using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The counters that one update has read, and where they stand.</summary>
/// <remarks>What was refused to an attempt stays here as a cap for the rest of it.</remarks>
internal sealed class CounterBook(LimitLedger limits)
{
    private readonly Dictionary<long, string> _couponPartitions = [];
    private readonly Dictionary<long, Coupon> _coupons = [];
    private readonly Dictionary<LimitKey, CounterState> _states = [];
    private readonly Dictionary<LimitKey, decimal> _used = [];

    /// <summary>How much of each limit is used, as the rule engine wants it.</summary>
    public IReadOnlyDictionary<LimitKey, decimal> Used => _used;

    /// <summary>A coupon that was read; null when it was not.</summary>
    public Coupon? Coupon(long id) => _coupons.GetValueOrDefault(id);

    /// <summary>The campaigns' budgets among them.</summary>
    public IReadOnlyList<LimitKey> Budgets => [.. _used.Keys.Where(key => key.Owner == LimitOwner.Campaign)];

    /// <summary>Adds a counter that was read.</summary>
    public void Add(LimitKey key, CounterState state) => Set(key, state);

    /// <summary>Adds what reading a coupon revealed.</summary>
    public void Add(CouponRead read, string? customer)
    {
        if (read.Coupon is not { } coupon)
            return;
        _couponPartitions[coupon.Id] = read.Partition;
        _coupons[coupon.Id] = coupon;
        foreach (var (key, state) in read.Counters(customer))
            Set(key, state);
    }

    /// <summary>Reads counters, in one trip.</summary>
    public async Task ReadAsync(IReadOnlyCollection<LimitKey> keys, CancellationToken cancellation)
    {
        var states = await Task.WhenAll(keys.Select(key => limits.ReadAsync(Place(key), cancellation).AsTask()));
        foreach (var (key, state) in keys.Zip(states))
            Set(key, state);
    }

    /// <summary>Where a limit's counter stands.</summary>
    public LimitPlace Place(LimitKey key) => key.Owner switch
    {
        LimitOwner.Campaign => LimitPlace.OfBudget(key),
        LimitOwner.Coupon => LimitPlace.OfCoupon(_couponPartitions[key.OwnerId], key),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Owner, "This limit has no place."),
    };

    /// <summary>The counter as it was read; null when it was not.</summary>
    public CounterState? Known(LimitKey key) => _states.TryGetValue(key, out var state) ? state : null;

    /// <summary>Notes how much is used by others, after a refusal.</summary>
    public void Cap(LimitKey key, decimal used)
    {
        _states.Remove(key);
        _used[key] = used;
    }

    private void Set(LimitKey key, CounterState state)
    {
        _states[key] = state;
        _used[key] = state.Used;
    }
}
