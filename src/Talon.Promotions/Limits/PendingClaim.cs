namespace Talon.Promotions;

/// <summary>A claim that waits for its transaction.</summary>
internal sealed class PendingClaim(ClaimRequest request, AttemptReference attempt)
{
    private readonly TaskCompletionSource _woken = new();
    private ClaimVerdict? _verdict;
    private Exception? _failure;

    /// <summary>What is asked for.</summary>
    public LimitClaim Claim => request.Claim;

    /// <summary>Whose claim it is.</summary>
    public AttemptReference Attempt => attempt;

    /// <summary>The counter as the caller last read it; forgotten once it proved stale.</summary>
    public CounterState? Known { get; private set; } = request.Known;

    /// <summary>The key of the claim's row.</summary>
    public string RowKey { get; } = request.Claim.Place.Claim(request.Claim.Id);

    /// <summary>The row that makes the claim.</summary>
    public ClaimRow Row => new(attempt.Owner, attempt.Id, Claim.Amount);

    /// <summary>Whether there is a verdict or a failure.</summary>
    public bool Decided => _verdict is not null || _failure is not null;

    /// <summary>Completed when the claim is decided, or when it is its caller's turn to lead.</summary>
    public Task Woken => _woken.Task;

    /// <summary>The verdict; throws the failure.</summary>
    public ClaimVerdict Verdict => _failure is null ? _verdict!.Value : throw _failure;

    /// <summary>Whether the counter leaves room for it.</summary>
    public bool Fits(decimal used) => request.Ceiling is not { } most || used + Claim.Amount <= most;

    /// <summary>Forgets what the caller knew.</summary>
    public void ForgetKnown() => Known = null;

    /// <summary>Gives the verdict.</summary>
    public void Decide(ClaimVerdict verdict)
    {
        _verdict = verdict;
        Wake();
    }

    /// <summary>Gives up.</summary>
    public void Fail(Exception failure)
    {
        _failure = failure;
        Wake();
    }

    /// <summary>Lets the waiting caller go on.</summary>
    public void Wake() => _woken.TrySetResult();
}
