using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Row keys of links: the key names the partition that the link leads to.</summary>
/// <remarks>A link is written before what it leads to, so it may lead nowhere; the rows in the other partition are the truth.</remarks>
internal static class LinkRows
{
    private const string Prefix = "link.";

    /// <summary>All links of a partition.</summary>
    public static KeyRange All { get; } = KeyRange.Prefix(Prefix);

    /// <summary>The change that writes a link.</summary>
    public static Change To(string partition) => Change.Upsert(Prefix + partition, RowCodec.Empty);

    /// <summary>Links to an Application's coupons.</summary>
    public static KeyRange Coupons(long applicationId) => OfApplication("coupon", applicationId);

    /// <summary>Links to loyalty cards.</summary>
    public static KeyRange Cards { get; } = KeyRange.Prefix(Prefix + "ledger.");

    /// <summary>Links to an Application's referrals.</summary>
    public static KeyRange Referrals(long applicationId) => OfApplication("referral", applicationId);

    /// <summary>Whether a row is a link.</summary>
    public static bool Is(Row row) => row.Key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The partition that a link leads to.</summary>
    public static string Target(Row link) => link.Key[Prefix.Length..];

    private static KeyRange OfApplication(string kind, long applicationId) => KeyRange.Prefix(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{kind}.{applicationId}."));
}
