namespace Talon.Promotions;

/// <summary>What became of a claim that was asked for.</summary>
/// <param name="Stock">What it was to be taken from: after a grant without what was taken, after a refusal as it stood.</param>
/// <param name="Made">What was taken; null when it was refused.</param>
internal readonly record struct ClaimVerdict(Stock Stock, ClaimRow? Made)
{
    /// <summary>Whether the claim was granted.</summary>
    public bool Granted => Made is not null;

    /// <summary>For a counter, how much is used.</summary>
    public decimal Used => ((CounterStock)Stock).State.Used;
}
