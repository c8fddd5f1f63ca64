using System.Globalization;
using System.Text;

namespace Talon.Promotions;

/// <summary>What is to be added to a campaign's analytics.</summary>
/// <param name="Partition">The campaign's slot.</param>
/// <param name="Hour">The hour that it counts for, with the offset of the Application's time zone.</param>
/// <param name="Numbers">What to add; negative where something is taken out.</param>
internal sealed record AnalyticsChange(string Partition, DateTimeOffset Hour, CampaignNumbers Numbers)
{
    /// <summary>Over so many partitions a campaign's analytics are spread, so that closings seldom meet in one.</summary>
    public const int Slots = 128;

    /// <summary>The change that a session or profile makes.</summary>
    public static AnalyticsChange Of(string owner, long campaign, DateTimeOffset hour, CampaignNumbers numbers) => new(Place(campaign, Slot(owner)), hour, numbers);

    /// <summary>The partition of one slot.</summary>
    public static string Place(long campaign, int slot) => string.Create(CultureInfo.InvariantCulture, $"analytics.{campaign}.{slot}");

    /// <summary>The row that owes changes; none where there are none.</summary>
    /// <param name="reference">The attempt that owes them.</param>
    /// <param name="what">Tells it from what else the attempt owes.</param>
    /// <param name="queue">The queue whose function books them.</param>
    /// <param name="changes">The changes.</param>
    public static IEnumerable<OutboxRow> Owed(AttemptReference reference, string what, string queue, IReadOnlyList<AnalyticsChange> changes)
    {
        if (changes.Count > 0)
            yield return new OutboxRow { Id = $"{reference.Id}.{what}", Queue = queue, Target = "analytics", Attempt = reference.Id, Analytics = changes };
    }

    /// <summary>FNV-1a: the same on every instance, for all time.</summary>
    private static int Slot(string owner)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(owner))
            hash = (hash ^ octet) * 16777619u;
        return (int)(hash % Slots);
    }
}
