using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The claims of one instance on one partition, written one transaction at a time.</summary>
/// <remarks>The first to arrive leads: it writes for all who wait until its own claims are decided, then the next one leads.</remarks>
internal sealed class ClaimQueue(ITableStore store, TimeProvider clock, string partition, Contention contention, Action<ClaimQueue> leave)
{
    private const int MostClaims = 48;

    private readonly Dictionary<string, Stock> _stocks = [];
    private readonly Queue<PendingClaim> _waiting = [];
    private int _inside;
    private bool _led;

    /// <summary>The partition.</summary>
    public string Partition => partition;

    /// <summary>Counts one who is about to claim; under the ledger's lock.</summary>
    public void Enter() => _inside++;

    /// <summary>Counts one who is done; true when nobody is left; under the ledger's lock.</summary>
    public bool Exit() => --_inside == 0;

    /// <summary>Makes claims, in one transaction unless they are too many, and along with those of others.</summary>
    public async Task ClaimAsync(IReadOnlyList<PendingClaim> claims)
    {
        try
        {
            if (TakeLead(claims))
                await LeadAsync(claims);
            foreach (var claim in claims)
            {
                await claim.Woken;
                if (!claim.Decided)
                    await LeadAsync(claims);
            }
        }
        finally
        {
            leave(this);
        }
    }

    private bool TakeLead(IReadOnlyList<PendingClaim> claims)
    {
        lock (_waiting)
        {
            foreach (var claim in claims)
                _waiting.Enqueue(claim);
            if (_led)
                return false;
            return _led = true;
        }
    }

    private async Task LeadAsync(IReadOnlyList<PendingClaim> own)
    {
        do
        {
            await WriteAsync(TakeBatch());
        }
        while (own.Any(claim => !claim.Decided));
        PassLead();
    }

    private List<PendingClaim> TakeBatch()
    {
        lock (_waiting)
        {
            var batch = new List<PendingClaim>();
            while (batch.Count < MostClaims && _waiting.TryDequeue(out var next))
                batch.Add(next);
            return batch;
        }
    }

    private void PassLead()
    {
        PendingClaim? next;
        lock (_waiting)
            _led = _waiting.TryPeek(out next);
        next?.Wake();
    }

    private async Task WriteAsync(List<PendingClaim> batch)
    {
        try
        {
            for (var retry = new Retry(clock); batch.Count > 0;)
            {
                if (await new ClaimTransaction(store, partition, _stocks, contention, batch).WriteAsync())
                    await retry.DelayAsync(CancellationToken.None);
            }
        }
        catch (Exception failure)
        {
            foreach (var claim in batch)
                claim.Fail(failure);
        }
    }
}
