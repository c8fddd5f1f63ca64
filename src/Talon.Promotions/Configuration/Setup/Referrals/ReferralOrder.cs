namespace Talon.Promotions;

/// <summary>What lists of referrals can be sorted by.</summary>
public static class ReferralOrder
{
    private static readonly Dictionary<string, Comparison<Referral>> Comparisons = new()
    {
        ["id"] = SortOrder.Numbers<Referral>(referral => referral.Id),
        ["created"] = SortOrder.Times<Referral>(referral => referral.Created),
        ["code"] = SortOrder.Texts<Referral>(referral => referral.Code),
        ["startDate"] = SortOrder.Times<Referral>(referral => referral.StartDate),
        ["expiryDate"] = SortOrder.Times<Referral>(referral => referral.ExpiryDate),
        ["usageLimit"] = SortOrder.Numbers<Referral>(referral => referral.UsageLimit),
        ["usageCounter"] = SortOrder.Numbers<Referral>(referral => referral.UsageCounter),
    };

    /// <summary>The fields.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. Comparisons.Keys];

    /// <summary>The order by one of the <see cref="Fields"/>, descending with a minus sign in front; null for the order of creation.</summary>
    internal static IComparer<Referral>? By(string? sort) => SortOrder.By(sort, Comparisons, referral => referral.Id);
}
