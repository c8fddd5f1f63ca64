namespace Talon.Promotions;

/// <summary>What lists of coupons can be sorted by.</summary>
public static class CouponOrder
{
    private static readonly Dictionary<string, Comparison<Coupon>> Comparisons = new()
    {
        ["id"] = SortOrder.Numbers<Coupon>(coupon => coupon.Id),
        ["created"] = SortOrder.Times<Coupon>(coupon => coupon.Created),
        ["value"] = SortOrder.Texts<Coupon>(coupon => coupon.Value),
        ["startDate"] = SortOrder.Times<Coupon>(coupon => coupon.StartDate),
        ["expiryDate"] = SortOrder.Times<Coupon>(coupon => coupon.ExpiryDate),
        ["usageLimit"] = SortOrder.Numbers<Coupon>(coupon => coupon.UsageLimit),
        ["usageCounter"] = SortOrder.Numbers<Coupon>(coupon => coupon.UsageCounter),
    };

    /// <summary>The fields.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. Comparisons.Keys];

    /// <summary>The order by one of the <see cref="Fields"/>, descending with a minus sign in front; null for the order of creation.</summary>
    internal static IComparer<Coupon>? By(string? sort) => SortOrder.By(sort, Comparisons, coupon => coupon.Id);
}
