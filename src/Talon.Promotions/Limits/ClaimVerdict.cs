namespace Talon.Promotions;

/// <summary>What became of a claim that was asked for.</summary>
/// <param name="Granted">Whether the amount was taken.</param>
/// <param name="Used">The counter: after a grant with the amount in it, after a refusal as it stood.</param>
internal readonly record struct ClaimVerdict(bool Granted, decimal Used);
