using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Makes room where something refuses: settles what requests left there that died before their end.</summary>
/// <remarks>
/// A claim does not say whether its attempt was committed, but it stands in the order of time. Of those that are older than any
/// request gets, and younger than their guard messages, some are looked at, each of them once: what waits for its guard is
/// settled at once, what a commit still owes is applied. So a refusal costs one range reading and a few more, none of them where
/// nothing was claimed lately; whatever is not found here, the guards find.
/// </remarks>
internal sealed class OldClaims(ITableStore store, Settlement settlement, TimeProvider clock)
{
    /// <summary>How long a request may claim and not commit before others take it for dead: as long as it may keep its turn.</summary>
    public static readonly TimeSpan LongestLife = GateRefusal.Lease;

    /// <summary>Claims that are older have had their guard.</summary>
    private static readonly TimeSpan GuardLife = 2 * AttemptStore.GuardDelay;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private const int MostClaims = 32;
    private const int MostRemembered = 1_000;

    private readonly Dictionary<(string Partition, string Stock), Look> _looked = [];
    private readonly Dictionary<(string Partition, string Stock), Task<bool>> _looking = [];

    /// <summary>Settles old claims on what refuses; true when there may be more room now.</summary>
    public async Task<bool> SettleAsync(Shortage shortage)
    {
        var place = (shortage.Partition, shortage.Stock);
        Task<bool> looking;
        lock (_looking)
        {
            if (!_looking.TryGetValue(place, out looking!))
            {
                if (Next(shortage) is not { } look)
                    return false;
                _looking[place] = looking = LookAsync(shortage, look);
            }
        }

        try
        {
            return await looking;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
        finally
        {
            lock (_looking)
                _looking.Remove(place);
        }
    }

    /// <summary>What to look at; null when nothing is new and old enough.</summary>
    private Look? Next(Shortage shortage)
    {
        var now = clock.GetUtcNow();
        var (from, until) = (now - GuardLife, now - LongestLife);
        if (_looked.TryGetValue((shortage.Partition, shortage.Stock), out var last) && last.Until > from)
        {
            if (last.Range is not null)
                return last;
            from = last.Until;
        }

        return shortage.Claimed is null || shortage.Claimed < from || until - from < Pace ? null : new Look(until, shortage.ClaimsBetween(from, until));
    }

    private async Task<bool> LookAsync(Shortage shortage, Look look)
    {
        // Not under the lock of whoever begins it.
        await Task.Yield();
        var (rows, left) = await ReadAsync(shortage.Partition, look.Range!.Value);
        var held = rows.Select(row => RowCodec.Decode(row.Body, RowJson.Default.ClaimRow))
            .Where(claim => claim is { Attempt: not null, Released: false } && claim.Amount > claim.GivenBack)
            .GroupBy(claim => claim.Owner);
        var settled = await Task.WhenAll(held.Select(claims => SettleAsync(claims.Key, [.. claims.Select(claim => claim.Attempt).Distinct()], shortage.Partition)));
        Remember(shortage, look with { Range = left });
        return settled.Contains(true);
    }

    private async Task<(List<Row> Rows, KeyRange? Left)> ReadAsync(string partition, KeyRange from)
    {
        var rows = new List<Row>();
        KeyRange? range = from;
        while (range is { } next && rows.Count < MostClaims)
        {
            var page = await store.ReadRangeAsync(partition, next, MostClaims - rows.Count);
            rows.AddRange(page.Rows);
            range = page.Next;
        }

        return (rows, range);
    }

    /// <summary>Settles what an owner left unfinished of some attempts, and what it owes to a partition; true when it did.</summary>
    private async Task<bool> SettleAsync(string owner, IReadOnlyList<string> attempts, string partition)
    {
        var settled = false;
        foreach (var row in await store.ReadAllAsync(owner, OwnerRows.Unfinished, CancellationToken.None))
        {
            if (row.Key.StartsWith(OwnerRows.OutboxPrefix, StringComparison.Ordinal))
            {
                if (RowCodec.Decode(row.Body, RowJson.Default.OutboxRow) is not { Parked: null } owed || owed.Target != partition)
                    continue;
                await settlement.WorkOffAsync(owner);
                return true;
            }

            if (attempts.FirstOrDefault(attempt => row.Key == OwnerRows.Pending(attempt)) is not { } pending
                || clock.GetUtcNow() - RowCodec.Decode(row.Body, RowJson.Default.AttemptRow).Begun < LongestLife)
                continue;
            await settlement.SettleAsync(new AttemptReference(owner, pending), CancellationToken.None);
            settled = true;
        }

        return settled;
    }

    private void Remember(Shortage shortage, Look look)
    {
        lock (_looking)
        {
            if (_looked.Count >= MostRemembered)
                _looked.Clear();
            _looked[(shortage.Partition, shortage.Stock)] = look;
        }
    }

    /// <summary>A look at the claims of attempts that began before a moment.</summary>
    /// <param name="Until">The moment.</param>
    /// <param name="Range">What is left to look at; null for nothing.</param>
    private readonly record struct Look(DateTimeOffset Until, KeyRange? Range);
}
