using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Where kept calls stand: per Application and day in some partitions, in the order of their time, and a row for each day there is.</summary>
internal static class AccessLogRows
{
    /// <summary>Over how many partitions a day is spread.</summary>
    public const int Shards = 16;

    private const string DayForm = "yyyyMMdd";

    /// <summary>The partition that lists an Application's days.</summary>
    public static string Days(long applicationId) => string.Create(CultureInfo.InvariantCulture, $"accesslog.{applicationId}");

    /// <summary>One of the partitions of a day.</summary>
    public static string Partition(long applicationId, string day, int shard) => string.Create(CultureInfo.InvariantCulture, $"accesslog.{applicationId}.{day}.{shard}");

    /// <summary>The day of a moment, in UTC.</summary>
    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>The first moment of a day; false for what is none.</summary>
    public static bool TryRead(string day, out DateTimeOffset start) =>
        DateTimeOffset.TryParseExact(day, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out start);

    /// <summary>The key of a call.</summary>
    public static string Key(AccessLogEntry entry) => $"{KeyText.Number(entry.Time.UtcTicks)}.{entry.Uuid:N}";

    /// <summary>The keys of a span of time, its ends excluded.</summary>
    public static KeyRange Between(DateTimeOffset after, DateTimeOffset before) =>
        new(KeyText.Number(after.UtcTicks + 1), KeyText.Number(Math.Max(before.UtcTicks, after.UtcTicks + 1)));
}
