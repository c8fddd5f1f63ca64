namespace Talon.Promotions;

/// <summary>A claim that waits for its transaction.</summary>
internal sealed class PendingClaim(ClaimRequest request, AttemptReference attempt)
{
    private readonly TaskCompletionSource _woken = new();
    private ClaimVerdict? _verdict;
    private Exception? _failure;

    /// <summary>What is asked for.</summary>
    public Claim Claim => request.Claim;

    /// <summary>Whose claim it is.</summary>
    public AttemptReference Attempt => attempt;

    /// <summary>What it takes from as the caller last read it; forgotten once it proved stale.</summary>
    public Stock? Known { get; private set; } = request.Known;

    /// <summary>Whether there is a verdict or a failure.</summary>
    public bool Decided => _verdict is not null || _failure is not null;

    /// <summary>Completed when the claim is decided, or when it is its caller's turn to lead.</summary>
    public Task Woken => _woken.Task;

    /// <summary>The verdict; throws the failure.</summary>
    public ClaimVerdict Verdict => _failure is null ? _verdict!.Value : throw _failure;

    /// <summary>Takes what is asked for; null when that must not be.</summary>
    public (ClaimRow Row, Stock After)? Take(Stock stock) => stock.Take(Claim, request.Ceiling) is { } move
        ? (new ClaimRow(attempt.Owner, attempt.Id, move.Amount, Points: move.Points, Code: move.Code), move.After)
        : null;

    /// <summary>Whether a transaction that makes it got no answer; it may have been applied since, and then counts itself.</summary>
    public bool Unanswered { get; set; }

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
