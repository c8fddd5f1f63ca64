using System.Text.Json;
using System.Text.RegularExpressions;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Removes the kept calls that name a customer, a day of an Application at a time.</summary>
internal sealed class EraseAccessLogs(ITableStore store, ConfigurationStore configurations) : IChoreSteps
{
    /// <summary>When it begins: calls that waited to be written, the one that asked for the erasure among them, are written by then.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    private const int RowsAtOnce = 200;

    /// <inheritdoc/>
    public ChoreKind Kind => ChoreKind.EraseAccessLogs;

    /// <inheritdoc/>
    public async Task<ChoreRow?> StepAsync(ChoreRow chore, CancellationToken cancellation)
    {
        // The Applications in the order of their ids; the row noted is the day done last.
        foreach (var id in (await configurations.GetAsync(cancellation)).Applications.Select(application => application.Id).Where(id => id >= chore.At).Order())
        {
            var done = id == chore.At ? chore.From : "";
            var days = await store.ReadAllAsync(AccessLogRows.Days(id), KeyRange.All, cancellation);
            if (days.Select(day => day.Key).FirstOrDefault(day => string.CompareOrdinal(day, done) > 0) is not { } next)
                continue;
            await Task.WhenAll(Enumerable.Range(0, AccessLogRows.Shards).Select(shard => EraseAsync(chore.Customer!, AccessLogRows.Partition(id, next, shard), cancellation)));
            return chore with { At = checked((int)id), From = next };
        }

        return null;
    }

    /// <summary>Whether a call names a customer: in its path or query, or as a text in one of its bodies, be it beyond what is kept of them.</summary>
    internal static bool Names(AccessLogEntry call, string customer)
    {
        string[] quoted = [JsonSerializer.Serialize(customer, RowJson.Default.String), JsonSerializer.Serialize(customer), "\"" + customer + "\""];
        return Regex.IsMatch(Uri.UnescapeDataString(call.RequestUri), $@"(?<=[/=,]){Regex.Escape(customer)}(?=\z|[/?&,])", RegexOptions.CultureInvariant)
            || (call.Texts is { } texts && TextFilter.MayHold(texts, customer))
            || quoted.Any(text => call.RequestPayload.Contains(text, StringComparison.Ordinal) || call.ResponsePayload.Contains(text, StringComparison.Ordinal));
    }

    private async Task EraseAsync(string customer, string partition, CancellationToken cancellation)
    {
        var naming = store.StreamAsync(partition, KeyRange.All, cancellation, RowsAtOnce).Where(row => Names(RowCodec.Decode(row.Body, RowJson.Default.AccessLogEntry), customer));

        // Calls are never changed, so whoever else removes one removes the same.
        await foreach (var chunk in naming.Chunk(StorageLimits.MaxChanges))
            await Task.WhenAll(chunk.Select(row => store.CommitAsync(partition, [Change.Delete(row.Key, row.ETag)], cancellation).AsTask()));
    }
}
