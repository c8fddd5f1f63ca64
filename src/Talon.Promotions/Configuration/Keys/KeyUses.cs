using System.Collections.Concurrent;
using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>When keys were last used. Written after the answer, at most once an hour for each key and instance.</summary>
/// <remarks>It stands beside the configuration, so that using a key makes no version of it.</remarks>
public sealed class KeyUses
{
    private const string Partition = "keyUses";
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly ITableStore _store;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = [];

    internal KeyUses(ITableStore store) => _store = store;

    /// <summary>Names a key of the Integration API.</summary>
    public static string Of(ApiKey key) => string.Create(CultureInfo.InvariantCulture, $"api.{key.Id}");

    /// <summary>Names a key of the Management API.</summary>
    public static string Of(ManagementKey key) => string.Create(CultureInfo.InvariantCulture, $"management.{key.Id}");

    /// <summary>Has a use noted, unless one was within the hour.</summary>
    public void Note(string key, DateTimeOffset now, AfterAnswer after)
    {
        var isDue = _noted.TryGetValue(key, out var noted) ? now - noted >= Pause && _noted.TryUpdate(key, now, noted) : _noted.TryAdd(key, now);
        if (isDue)
            after.Add(() => _store.CommitAsync(Partition, [Change.Upsert(key, RowCodec.Encode(new ActivityRow(now), RowJson.Default.ActivityRow))]).AsTask());
    }

    /// <summary>When a key was last used, as far as that was noted; null for never.</summary>
    public async Task<DateTimeOffset?> ReadAsync(string key, CancellationToken cancellation) =>
        await _store.ReadAsync(Partition, key, cancellation) is { } row ? RowCodec.Decode(row.Body, RowJson.Default.ActivityRow).At : null;
}
