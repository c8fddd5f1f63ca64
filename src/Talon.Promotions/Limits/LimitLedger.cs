using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The counters of limits, and the claims that make them up.</summary>
/// <remarks>
/// A claim is one transaction in the limit's partition: insert the claim row, replace the counter row by its ETag. So
/// counter and claims always agree, and a limit of N never grants N+1, on any number of instances.
/// Claims of one instance for the same partition that arrive while a transaction is under way share the next one.
/// </remarks>
internal sealed class LimitLedger(ITableStore store, TimeProvider clock)
{
    private readonly Dictionary<string, ClaimQueue> _queues = [];

    /// <summary>Reads a counter.</summary>
    public async ValueTask<CounterState> ReadAsync(LimitPlace place, CancellationToken cancellation) =>
        Parse(await store.ReadAsync(place.Partition, place.Counter, cancellation));

    /// <summary>The counter that a row holds; null for no row.</summary>
    public static CounterState Parse(Row? row) => row is null
        ? CounterState.Untouched
        : new(RowCodec.Decode(row.Body, RowJson.Default.CounterRow).Used, row.ETag);

    /// <summary>Takes what was asked for, wherever the counter stays below the ceiling; limits of one partition in one transaction.</summary>
    /// <returns>The verdicts, in the order of the requests.</returns>
    /// <exception cref="AttemptAbandonedException">The attempt was abandoned, and a claim released before it was made.</exception>
    public async Task<IReadOnlyList<ClaimVerdict>> ClaimAsync(IReadOnlyList<ClaimRequest> requests, AttemptReference attempt)
    {
        var claims = requests.Select(request => new PendingClaim(request, attempt)).ToList();
        await Task.WhenAll(claims.GroupBy(claim => claim.Claim.Partition).Select(group => Enter(group.Key).ClaimAsync([.. group])));
        return claims.ConvertAll(claim => claim.Verdict);
    }

    /// <summary>Undoes a claim of an abandoned attempt, made or not; a claim not made can then no longer be.</summary>
    public async Task ReleaseAsync(LimitClaim claim, AttemptReference attempt, CancellationToken cancellation)
    {
        var place = claim.Place;
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var row = await store.ReadAsync(place.Partition, place.Claim(claim.Id), cancellation);
            if (row is null)
            {
                var tombstone = new ClaimRow(attempt.Owner, attempt.Id, 0, Released: true);
                var insert = Change.Insert(place.Claim(claim.Id), RowCodec.Encode(tombstone, RowJson.Default.ClaimRow));
                if ((await store.CommitAsync(place.Partition, [insert], cancellation)).Committed)
                    return;
                continue;
            }

            var made = RowCodec.Decode(row.Body, RowJson.Default.ClaimRow);
            if (made.Released)
                return;
            var counter = await ReadAsync(place, cancellation);
            var released = made with { GivenBack = made.Amount, Released = true };
            Change[] changes =
            [
                Change.Replace(place.Claim(claim.Id), RowCodec.Encode(released, RowJson.Default.ClaimRow), row.ETag),
                Counter(claim, counter with { Used = counter.Used - (made.Amount - made.GivenBack) }),
            ];
            if ((await store.CommitAsync(place.Partition, changes, cancellation)).Committed)
                return;
        }
    }

    /// <summary>Gives back part of a claim, once per <paramref name="giveBackId"/>; never more in sum than was claimed.</summary>
    public async Task GiveBackAsync(LimitClaim claim, string giveBackId, decimal amount, CancellationToken cancellation)
    {
        var place = claim.Place;
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var given = store.ReadAsync(place.Partition, place.GiveBack(claim.Id, giveBackId), cancellation).AsTask();
            var made = store.ReadAsync(place.Partition, place.Claim(claim.Id), cancellation).AsTask();
            var counting = ReadAsync(place, cancellation).AsTask();
            await Task.WhenAll(given, made, counting);
            if (await given is not null)
                return;
            if (await made is not { } row)
                throw new InvalidOperationException($"There is no claim {place.Claim(claim.Id)} to give back from.");
            var held = RowCodec.Decode(row.Body, RowJson.Default.ClaimRow);
            var back = Math.Min(amount, held.Amount - held.GivenBack);
            var counter = await counting;
            Change[] changes =
            [
                Change.Insert(place.GiveBack(claim.Id, giveBackId), RowCodec.Encode(new GiveBackRow(back), RowJson.Default.GiveBackRow)),
                Change.Replace(place.Claim(claim.Id), RowCodec.Encode(held with { GivenBack = held.GivenBack + back }, RowJson.Default.ClaimRow), row.ETag),
                Counter(claim, counter with { Used = counter.Used - back }),
            ];
            if ((await store.CommitAsync(place.Partition, changes, cancellation)).Committed)
                return;
        }
    }

    /// <summary>The change that writes a counter over the state that was read.</summary>
    internal static Change Counter(LimitClaim claim, CounterState state)
    {
        var body = RowCodec.Encode(new CounterRow(state.Used, claim.Key.ToString()), RowJson.Default.CounterRow);
        return state.ETag is { } etag ? Change.Replace(claim.Counter, body, etag) : Change.Insert(claim.Counter, body);
    }

    private ClaimQueue Enter(string partition)
    {
        lock (_queues)
        {
            if (!_queues.TryGetValue(partition, out var queue))
                _queues[partition] = queue = new ClaimQueue(store, clock, partition, Leave);
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
