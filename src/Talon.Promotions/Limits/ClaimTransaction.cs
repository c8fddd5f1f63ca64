using Talon.Storage;

namespace Talon.Promotions;

/// <summary>One try at writing a batch of claims of one partition.</summary>
/// <param name="store">The store.</param>
/// <param name="partition">The partition of all of them.</param>
/// <param name="stocks">What they take from, as last seen; brought up to date.</param>
/// <param name="contention">How others get in the way.</param>
/// <param name="batch">The claims; those decided are taken out.</param>
internal sealed class ClaimTransaction(ITableStore store, string partition, Dictionary<string, Stock> stocks, Contention contention, List<PendingClaim> batch)
{
    private readonly HashSet<string> _fresh = [];
    private readonly Dictionary<string, Stock> _after = [];
    private readonly List<(PendingClaim Claim, ClaimRow Row, Stock After)> _granted = [];
    private readonly List<(PendingClaim Claim, Stock Stock)> _refused = [];

    /// <summary>Writes what fits and refuses what does not; true when somebody else was faster, and the rest had better wait a little.</summary>
    public async Task<bool> WriteAsync()
    {
        await ReadStocksAsync();
        Weigh();
        if (_granted.Count > 0 && await CommitAsync() is { } conflict)
        {
            await ResolveAsync(conflict);
            return true;
        }

        foreach (var (claim, row, after) in _granted)
            Done(claim).Decide(new ClaimVerdict(after, row));
        foreach (var (claim, stock) in _refused)
            await RefuseAsync(claim, stock);
        return false;
    }

    private async Task ReadStocksAsync()
    {
        foreach (var claim in batch)
        {
            if (claim.Known is { } known)
                stocks.TryAdd(claim.Claim.Stock, known);
        }

        var missing = batch.Select(pending => pending.Claim)
            .GroupBy(claim => claim.Stock)
            .Where(claims => !stocks.TryGetValue(claims.Key, out var known) || !claims.All(known.Suffices))
            .ToList();
        var read = await Task.WhenAll(missing.Select(claims => claims.First().ReadAsync(store, claims, CancellationToken.None)));
        foreach (var (claims, stock) in missing.Zip(read))
        {
            stocks[claims.Key] = stock;
            _fresh.Add(claims.Key);
        }

        foreach (var claim in batch.Select(pending => pending.Claim).DistinctBy(claim => claim.Stock))
        {
            if (stocks[claim.Stock] is CounterStock counter)
                stocks[claim.Stock] = counter.For(contention.Stripe(claim), contention.Splits(partition, claim.Stock), contention.Quiet);
        }
    }

    private void Weigh()
    {
        foreach (var claim in batch)
        {
            var key = claim.Claim.Stock;
            var stock = _after.GetValueOrDefault(key, stocks[key]);
            if (claim.Take(stock) is not { } taken)
                _refused.Add((claim, stock));
            else if (_granted.Count + 1 + taken.After.Writes + _after.Sum(after => after.Key == key ? 0 : after.Value.Writes) <= StorageLimits.MaxChanges)
                _granted.Add((claim, taken.Row, _after[key] = taken.After));
            else
                return;
        }
    }

    /// <summary>Null when the claims stand; otherwise the key that was in the way, "" when the store did not answer.</summary>
    private async Task<string?> CommitAsync()
    {
        var changes = _granted.ConvertAll(granted => Change.Insert(granted.Claim.Claim.RowKey, RowCodec.Encode(granted.Row, RowJson.Default.ClaimRow)));
        foreach (var stock in _after.Values)
            changes.AddRange(stock.Changes);
        try
        {
            var result = await store.CommitAsync(partition, changes);
            if (!result.Committed)
                return result.ConflictKey;
            Remember(result.ETags!);
            return null;
        }
        catch (StorageUnavailableException)
        {
            foreach (var (claim, _, _) in _granted)
                claim.Unanswered = true;
            return "";
        }
    }

    private void Remember(IReadOnlyList<string> etags)
    {
        var written = _granted.Count;
        foreach (var (key, stock) in _after)
        {
            var count = stock.Changes.Count;
            if (stock.Written([.. etags.Skip(written).Take(count)]) is { } known)
                stocks[key] = known;
            else
                stocks.Remove(key);
            written += count;
            if (stock.IsSeenWhole)
                _fresh.Add(key);
            else
                _fresh.Remove(key);
        }
    }

    /// <summary>Somebody was faster, or the answer got lost: forget what was remembered, and see which claims stand already.</summary>
    private async Task ResolveAsync(string conflict)
    {
        stocks.Clear();
        if (batch.Find(claim => conflict.StartsWith(claim.Claim.Stock, StringComparison.Ordinal)) is { } met)
            contention.Met(partition, conflict, met.Claim);
        foreach (var claim in batch)
            claim.ForgetKnown();
        foreach (var claim in batch.FindAll(claim => conflict.Length == 0 || claim.Claim.RowKey == conflict))
            await FindAsync(claim);
    }

    /// <summary>Decides on a claim that stands already, or can no longer be made; leaves it where there is no row of it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="refusedBy">What refuses it, where it does: then it may have been kept from being made for that.</param>
    private async Task FindAsync(PendingClaim claim, Stock? refusedBy = null)
    {
        if (await store.ReadAsync(partition, claim.Claim.RowKey) is not { } row)
            return;
        var made = RowCodec.Decode(row.Body, RowJson.Default.ClaimRow);
        if (made.Released)
        {
            if (refusedBy is null)
                Done(claim).Fail(new AttemptAbandonedException(claim.Attempt.Id));
            else
                Done(claim).Decide(new ClaimVerdict(refusedBy, null));
            return;
        }

        // Read before the claim leaves the batch: should the reading fail, the whole batch does.
        var stock = await claim.Claim.ReadAsync(store, [claim.Claim], CancellationToken.None);
        Done(claim).Decide(new ClaimVerdict(stock, made));
    }

    /// <summary>Refuses on a fresh reading only: what was merely remembered may have been given back to.</summary>
    private async Task RefuseAsync(PendingClaim claim, Stock stock)
    {
        if (!_fresh.Contains(claim.Claim.Stock))
        {
            claim.ForgetKnown();
            stocks.Remove(claim.Claim.Stock);
        }
        else if (!claim.Unanswered || await SealAsync(claim))
        {
            Done(claim).Decide(new ClaimVerdict(stock, null));
        }
        else
        {
            await FindAsync(claim, refusedBy: stock);
        }
    }

    /// <summary>Keeps a claim that is refused from being made by a transaction that is still under way; false when that is not certain.</summary>
    private async Task<bool> SealAsync(PendingClaim claim)
    {
        var refused = new ClaimRow(claim.Attempt.Owner, claim.Attempt.Id, 0, Released: true);
        try
        {
            return (await store.CommitAsync(partition, [Change.Insert(claim.Claim.RowKey, RowCodec.Encode(refused, RowJson.Default.ClaimRow))])).Committed;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    private PendingClaim Done(PendingClaim claim)
    {
        batch.Remove(claim);
        return claim;
    }
}
