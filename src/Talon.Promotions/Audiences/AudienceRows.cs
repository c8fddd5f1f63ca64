using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Where memberships stand: with the customer, where they count, and in an index that leads from an audience to its members.</summary>
/// <remarks>
/// The index is spread over many partitions by the customer's id, so that none is hot. An entry is written before the membership
/// and removed after it, so it may lead nowhere; the customer's row is the truth.
/// </remarks>
internal static class AudienceRows
{
    /// <summary>How many partitions the index of an audience has.</summary>
    public const int Shards = 64;

    /// <summary>The key of an audience's time of change.</summary>
    public const string Changed = "changed";

    private const string MembershipPrefix = "a.audience.";

    /// <summary>All memberships in a customer's partition.</summary>
    public static KeyRange Memberships { get; } = KeyRange.Prefix(MembershipPrefix);

    /// <summary>A membership in a customer's partition; read with the customer in one page.</summary>
    public static string Membership(long audienceId) => MembershipPrefix + KeyText.Number(audienceId);

    /// <summary>Whether a row of a customer's partition is a membership.</summary>
    public static bool IsMembership(Row row) => row.Key.StartsWith(MembershipPrefix, StringComparison.Ordinal);

    /// <summary>The audience of a membership.</summary>
    public static long AudienceId(Row row) => long.Parse(row.Key.AsSpan(MembershipPrefix.Length), CultureInfo.InvariantCulture);

    /// <summary>What an audience keeps for itself.</summary>
    public static string Audience(long audienceId) => string.Create(CultureInfo.InvariantCulture, $"audience.{audienceId}");

    /// <summary>A partition of the index.</summary>
    public static string Index(long audienceId, long generation, int shard) => string.Create(CultureInfo.InvariantCulture, $"audience.{audienceId}.{generation}.{shard}");

    /// <summary>The place of a customer in the index.</summary>
    public static (string Partition, string Key) Place(AudienceReference audience, string integrationId)
    {
        var key = KeyText.Hash(integrationId);
        return (Index(audience.Id, audience.Generation, Sharding.Of(key, Shards)), key);
    }
}

/// <summary>A stored membership.</summary>
/// <param name="Generation">The audience's generation when it was joined.</param>
internal sealed record MembershipRow(long Generation);

/// <summary>An entry of an audience's index.</summary>
/// <param name="ProfileIntegrationId">The customer.</param>
internal sealed record MemberRow(string ProfileIntegrationId);

/// <summary>When the members of an audience changed.</summary>
/// <param name="At">The time.</param>
internal sealed record AudienceChangedRow(DateTimeOffset At);
