using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Sums up what is stored of a campaign's analytics.</summary>
internal sealed class AnalyticsReader(ITableStore store)
{
    /// <summary>The numbers of each hour in which something happened, in order of time.</summary>
    public async Task<IReadOnlyList<AnalyticsHour>> ReadAsync(long campaign, CancellationToken cancellation)
    {
        var slots = await Task.WhenAll(Enumerable.Range(0, AnalyticsChange.Slots).Select(slot => store.ReadAllAsync(AnalyticsChange.Place(campaign, slot), KeyRange.Prefix(AnalyticsDay.Prefix), cancellation)));
        var sums = new SortedDictionary<DateTimeOffset, CampaignNumbers>();
        foreach (var hour in slots.SelectMany(rows => rows).SelectMany(row => RowCodec.Decode(row.Body, RowJson.Default.AnalyticsDay).Hours))
            sums[hour.Start] = sums.GetValueOrDefault(hour.Start, CampaignNumbers.None) + hour.Numbers;
        return [.. sums.Where(hour => hour.Value != CampaignNumbers.None).Select(hour => new AnalyticsHour(hour.Key, hour.Value))];
    }
}
