using System.Text.Json.Serialization.Metadata;

namespace Talon.Promotions;

/// <summary>What tells coupons from referrals where they are kept.</summary>
/// <param name="Name">The name of their index.</param>
/// <param name="RowKey">The key of their row, in a partition of its own for every code.</param>
/// <param name="Partition">The partition of a code of an Application.</param>
/// <param name="Json">How their row is written.</param>
/// <param name="Identity">Id, campaign and code.</param>
/// <param name="WithCode">The same with another code.</param>
/// <param name="Holders">The partitions of those whom it names, or who see it; they get links to it. Given the Application.</param>
internal sealed record CodeKind<TRow>(
    string Name,
    string RowKey,
    Func<long, string, string> Partition,
    JsonTypeInfo<TRow> Json,
    Func<TRow, (long Id, long CampaignId, string Code)> Identity,
    Func<TRow, string, TRow> WithCode,
    Func<long, TRow, IEnumerable<string>> Holders);
