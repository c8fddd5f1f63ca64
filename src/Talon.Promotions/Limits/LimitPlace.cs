using System.Globalization;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Where a counter and its claims stand.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Counter">The counter's row key.</param>
internal readonly record struct LimitPlace(string Partition, string Counter)
{
    /// <summary>The prefix of a coupon's row and the counters that all customers share.</summary>
    public const string CouponPrefix = "coupon";

    /// <summary>The prefix of a referral's row and the counters that all customers share.</summary>
    public const string ReferralPrefix = "referral";

    /// <summary>The prefix of what a coupon or referral keeps for customers.</summary>
    public const string CustomersPrefix = "customer.";

    /// <summary>The place of a campaign's budget.</summary>
    public static LimitPlace OfBudget(LimitKey key) => new(Partitions.Budget(key), "counter");

    /// <summary>The place of one of a coupon's own limits, in the coupon's partition.</summary>
    /// <remarks>The id is part of the key: a code that is deleted and created anew starts from nothing.</remarks>
    public static LimitPlace OfCoupon(string couponPartition, LimitKey key) => OfCode(couponPartition, CouponPrefix, key);

    /// <summary>The place of one of a referral's own limits, in the referral's partition.</summary>
    public static LimitPlace OfReferral(string referralPartition, LimitKey key) => OfCode(referralPartition, ReferralPrefix, key);

    /// <summary>The place of the limit that lets a customer be referred once in an Application.</summary>
    public static LimitPlace OfReferred(LimitKey key) => new(Partitions.Referred(key), "counter");

    /// <summary>The prefix of what a coupon keeps for one customer, given as <c>Profile=ID</c>.</summary>
    public static string CustomerPrefix(string entities) => $"{CustomersPrefix}{KeyText.Hash(entities)}.";

    private static LimitPlace OfCode(string partition, string shared, LimitKey key)
    {
        var prefix = key.Entities.Length == 0 ? shared + "." : CustomerPrefix(key.Entities);
        var period = key.Period.Length == 0 ? "" : "." + key.Period;
        return new(partition, string.Create(CultureInfo.InvariantCulture, $"{prefix}{key.OwnerId}.{key.Limit}{period}"));
    }
}
