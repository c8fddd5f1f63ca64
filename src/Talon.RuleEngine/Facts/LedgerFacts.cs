namespace Talon.RuleEngine;

/// <summary>Names a customer's or a card's points in one ledger of a programme.</summary>
/// <param name="ProgramId">The loyalty programme.</param>
/// <param name="SubLedgerId">The subledger; "" for the main one.</param>
public readonly record struct LedgerKey(long ProgramId, string SubLedgerId);

/// <summary>Points of the customer, or of the card that the session names.</summary>
public sealed record LedgerFacts
{
    /// <summary>Points that can be spent.</summary>
    public decimal Current { get; init; }

    /// <summary>Points that are not active yet.</summary>
    public decimal Pending { get; init; }

    /// <summary>Points owed, zero or more.</summary>
    public decimal Negative { get; init; }

    /// <summary>The tier held; null for none.</summary>
    public string? Tier { get; init; }

    /// <summary>When the tier expires; null for never.</summary>
    public DateTimeOffset? TierExpiryDate { get; init; }
}
