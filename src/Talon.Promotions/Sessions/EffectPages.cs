using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Effects that are too many for the session's row: packed, compressed, and cut into pages of an attempt.</summary>
internal static class EffectPages
{
    /// <summary>Up to so many effects stand in the session's row itself.</summary>
    public const int MostInRow = 200;

    private const int PageSize = StorageLimits.MaxBody;

    /// <summary>The pages of a list of effects.</summary>
    public static IReadOnlyList<Change> Write(string attempt, IReadOnlyList<GrantedEffect> effects)
    {
        var bytes = RowCodec.Encode(effects, RowJson.Default.IReadOnlyListGrantedEffect);
        var pages = new List<Change>();
        for (var at = 0; at < bytes.Length; at += PageSize)
            pages.Add(Change.Upsert(OwnerRows.Effects(attempt, pages.Count), bytes.AsMemory(at, Math.Min(PageSize, bytes.Length - at))));
        return pages;
    }

    /// <summary>Reads the net effects of a session.</summary>
    public static async Task<IReadOnlyList<GrantedEffect>> ReadAsync(ITableStore store, string partition, SessionRow row, CancellationToken cancellation)
    {
        if (row.EffectsAttempt is not { } attempt)
            return row.Effects;
        var reads = Enumerable.Range(0, row.EffectPages).Select(page => store.ReadAsync(partition, OwnerRows.Effects(attempt, page), cancellation).AsTask());
        var pages = await Task.WhenAll(reads);
        using var joined = new MemoryStream();
        foreach (var page in pages)
            joined.Write((page ?? throw new InvalidOperationException($"A page of the effects of {attempt} is missing.")).Body.Span);
        return RowCodec.Decode(joined.ToArray(), RowJson.Default.IReadOnlyListGrantedEffect);
    }
}
