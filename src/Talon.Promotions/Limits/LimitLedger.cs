using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Makes claims, and undoes them.</summary>
/// <remarks>
/// A claim is one transaction in the partition of what it takes from: insert the claim row, replace the row that says what is
/// left by its ETag. So the two always agree, and a limit of N never grants N+1, on any number of instances.
/// Claims of one instance for the same partition that arrive while a transaction is under way share the next one.
/// </remarks>
internal sealed class LimitLedger(ITableStore store, TimeProvider clock, int splitAfter = LimitLedger.SplitAfter, TimeSpan? splitFor = null)
{
    /// <summary>After how many conflicts a limit is split.</summary>
    public const int SplitAfter = 8;

    /// <summary>How long conflicts count, and how long a split limit is left split once others are quiet.</summary>
    public static readonly TimeSpan SplitFor = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, ClaimQueue> _queues = [];
    private readonly Contention _contention = new(splitAfter, splitFor ?? SplitFor, clock);

    /// <summary>Reads a counter.</summary>
    public Task<CounterState> ReadAsync(LimitPlace place, CancellationToken cancellation) => ReadAsync(store, place, cancellation);

    /// <summary>Reads a counter with its stripes, as they stood at one moment.</summary>
    public static async Task<CounterState> ReadAsync(ITableStore store, LimitPlace place, CancellationToken cancellation)
    {
        while (true)
        {
            var page = await store.ReadRangeAsync(place.Partition, CounterState.RowsOf(place.Counter), cancellation: cancellation);
            // So few rows come in one page, which is a snapshot; if they ever do not, they do the next time.
            if (page.Next is null)
                return CounterState.Parse(page.Rows.ToDictionary(row => row.Key), place.Counter);
        }
    }

    /// <summary>Takes what was asked for, wherever there is enough; claims of one partition in one transaction.</summary>
    /// <returns>The verdicts, in the order of the requests.</returns>
    /// <exception cref="AttemptAbandonedException">The attempt was abandoned, and a claim released before it was made.</exception>
    public async Task<IReadOnlyList<ClaimVerdict>> ClaimAsync(IReadOnlyList<ClaimRequest> requests, AttemptReference attempt)
    {
        var claims = requests.Select(request => new PendingClaim(request, attempt)).ToList();
        await Task.WhenAll(claims.GroupBy(claim => claim.Claim.Partition).Select(group => Enter(group.Key).ClaimAsync([.. group])));
        return claims.ConvertAll(claim => claim.Verdict);
    }

    /// <summary>Undoes a claim of an abandoned attempt, made or not; a claim not made can then no longer be.</summary>
    public async Task ReleaseAsync(Claim claim, AttemptReference attempt, CancellationToken cancellation)
    {
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var row = await store.ReadAsync(claim.Partition, claim.RowKey, cancellation);
            if (row is null)
            {
                var tombstone = new ClaimRow(attempt.Owner, attempt.Id, 0, Released: true);
                var insert = Change.Insert(claim.RowKey, RowCodec.Encode(tombstone, RowJson.Default.ClaimRow));
                if ((await store.CommitAsync(claim.Partition, [insert], cancellation)).Committed)
                    return;
                continue;
            }

            var made = RowCodec.Decode(row.Body, RowJson.Default.ClaimRow);
            if (made.Released)
                return;
            var move = (await claim.ReadAsync(store, [claim], cancellation)).Undo(made, claim);
            var released = (move.Made ?? made) with { GivenBack = made.Amount, Released = true };
            Change[] changes = [Change.Replace(claim.RowKey, RowCodec.Encode(released, RowJson.Default.ClaimRow), row.ETag), .. move.After.Changes];
            if ((await store.CommitAsync(claim.Partition, changes, cancellation)).Committed)
                return;
        }
    }

    /// <summary>Gives back part of a claim, once per <paramref name="giveBackId"/>; never more in sum than was claimed.</summary>
    public async Task GiveBackAsync(ClaimReturn back, string giveBackId, CancellationToken cancellation)
    {
        var claim = back.Claim;
        var key = claim.GiveBackKey(back, giveBackId);
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var given = store.ReadAsync(claim.Partition, key, cancellation).AsTask();
            var made = store.ReadAsync(claim.Partition, claim.RowKey, cancellation).AsTask();
            var stock = claim.ReadAsync(store, [claim], cancellation);
            await Task.WhenAll(given, made, stock);
            if (await given is not null)
                return;
            if (await made is not { } row)
                throw new InvalidOperationException($"There is no claim {claim.RowKey} to give back from.");
            var held = RowCodec.Decode(row.Body, RowJson.Default.ClaimRow);
            var amount = Math.Min(back.Amount, held.Amount - held.GivenBack);
            var move = (await stock).PutBack(held, back with { Amount = amount });
            var left = (move.Made ?? held) with { GivenBack = held.GivenBack + amount };
            Change[] changes =
            [
                Change.Insert(key, RowCodec.Encode(new GiveBackRow(amount, move.Points), RowJson.Default.GiveBackRow)),
                Change.Replace(claim.RowKey, RowCodec.Encode(left, RowJson.Default.ClaimRow), row.ETag),
                .. move.After.Changes,
            ];
            if ((await store.CommitAsync(claim.Partition, changes, cancellation)).Committed)
                return;
        }
    }

    private ClaimQueue Enter(string partition)
    {
        lock (_queues)
        {
            if (!_queues.TryGetValue(partition, out var queue))
                _queues[partition] = queue = new ClaimQueue(store, clock, partition, _contention, Leave);
            queue.Enter();
            return queue;
        }
    }

    private void Leave(ClaimQueue queue)
    {
        lock (_queues)
        {
            if (queue.Exit())
                _queues.Remove(queue.Partition);
        }
    }
}
