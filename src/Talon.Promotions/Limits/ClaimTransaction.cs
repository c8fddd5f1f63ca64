using Talon.Storage;

namespace Talon.Promotions;

/// <summary>One try at writing a batch of claims of one partition.</summary>
/// <param name="store">The store.</param>
/// <param name="partition">The partition of all of them.</param>
/// <param name="counters">Counters as last seen; brought up to date.</param>
/// <param name="batch">The claims; those decided are taken out.</param>
internal sealed class ClaimTransaction(ITableStore store, string partition, Dictionary<string, CounterState> counters, List<PendingClaim> batch)
{
    private readonly HashSet<string> _fresh = [];
    private readonly Dictionary<string, decimal> _after = [];
    private readonly List<(PendingClaim Claim, decimal Used)> _granted = [];
    private readonly List<(PendingClaim Claim, decimal Used)> _refused = [];

    /// <summary>Writes what fits and refuses what does not; true when somebody else was faster, and the rest had better wait a little.</summary>
    public async Task<bool> WriteAsync()
    {
        await ReadCountersAsync();
        Weigh();
        if (_granted.Count > 0 && await CommitAsync() is { } conflict)
        {
            await ResolveAsync(conflict);
            return true;
        }

        foreach (var (claim, used) in _granted)
            Done(claim).Decide(new ClaimVerdict(true, used));
        foreach (var (claim, used) in _refused)
            Refuse(claim, used);
        return false;
    }

    private async Task ReadCountersAsync()
    {
        foreach (var claim in batch)
        {
            if (claim.Known is { } known)
                counters.TryAdd(claim.Claim.Counter, known);
        }

        var missing = batch.Select(c => c.Claim.Counter).Distinct().Where(c => !counters.ContainsKey(c)).ToList();
        var rows = await Task.WhenAll(missing.Select(counter => store.ReadAsync(partition, counter).AsTask()));
        for (var i = 0; i < missing.Count; i++)
            counters[missing[i]] = LimitLedger.Parse(rows[i]);
        _fresh.UnionWith(missing);
    }

    private void Weigh()
    {
        foreach (var claim in batch)
        {
            var counter = claim.Claim.Counter;
            var used = _after.GetValueOrDefault(counter, counters[counter].Used);
            if (claim.Fits(used))
                _granted.Add((claim, _after[counter] = used + claim.Claim.Amount));
            else
                _refused.Add((claim, used));
        }
    }

    /// <summary>Null when the claims stand; otherwise the key that was in the way, "" when the store did not answer.</summary>
    private async Task<string?> CommitAsync()
    {
        var changes = _granted.ConvertAll(g => Change.Insert(g.Claim.RowKey, RowCodec.Encode(g.Claim.Row, RowJson.Default.ClaimRow)));
        foreach (var (counter, used) in _after)
            changes.Add(LimitLedger.Counter(_granted.Find(g => g.Claim.Claim.Counter == counter).Claim.Claim, counters[counter] with { Used = used }));
        try
        {
            var result = await store.CommitAsync(partition, changes);
            if (!result.Committed)
                return result.ConflictKey;
            var written = _granted.Count;
            foreach (var (counter, used) in _after)
            {
                counters[counter] = new CounterState(used, result.ETags![written++]);
                _fresh.Add(counter);
            }

            return null;
        }
        catch (StorageUnavailableException)
        {
            return "";
        }
    }

    /// <summary>Somebody was faster, or the answer got lost: forget what was remembered, and see which claims stand already.</summary>
    private async Task ResolveAsync(string conflict)
    {
        counters.Clear();
        foreach (var claim in batch)
            claim.ForgetKnown();
        foreach (var claim in batch.FindAll(claim => conflict.Length == 0 || claim.RowKey == conflict))
        {
            if (await store.ReadAsync(partition, claim.RowKey) is not { } row)
                continue;
            if (RowCodec.Decode(row.Body, RowJson.Default.ClaimRow).Released)
            {
                Done(claim).Fail(new AttemptAbandonedException(claim.Attempt.Id));
                continue;
            }

            var counter = LimitLedger.Parse(await store.ReadAsync(partition, claim.Claim.Counter));
            Done(claim).Decide(new ClaimVerdict(true, counter.Used));
        }
    }

    /// <summary>Refuses on a fresh reading only: a counter that was merely remembered may have been given back to.</summary>
    private void Refuse(PendingClaim claim, decimal used)
    {
        if (_fresh.Contains(claim.Claim.Counter))
        {
            Done(claim).Decide(new ClaimVerdict(false, used));
            return;
        }

        claim.ForgetKnown();
        counters.Remove(claim.Claim.Counter);
    }

    private PendingClaim Done(PendingClaim claim)
    {
        batch.Remove(claim);
        return claim;
    }
}
