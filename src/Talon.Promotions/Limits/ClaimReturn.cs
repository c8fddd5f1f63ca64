namespace Talon.Promotions;

/// <summary>Part of a claim that goes back to where it was taken from.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Amount">How much of it.</param>
/// <param name="Entry">For points of a confirmed claim, what the ledger notes; null when the points never were spent.</param>
internal sealed record ClaimReturn(Claim Claim, decimal Amount, LedgerEntry? Entry = null);
