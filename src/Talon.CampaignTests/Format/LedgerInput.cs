namespace Talon.CampaignTests;

/// <summary>Points in one ledger.</summary>
public sealed record LedgerInput
{
    /// <summary>Name of the programme.</summary>
    public required string Program { get; init; }

    /// <summary>The subledger; "" for the main one.</summary>
    public string Subledger { get; init; } = "";

    /// <summary>Points that can be spent.</summary>
    public decimal Current { get; init; }

    /// <summary>Points that are not active yet.</summary>
    public decimal Pending { get; init; }

    /// <summary>Points owed.</summary>
    public decimal Negative { get; init; }

    /// <summary>The tier held.</summary>
    public string? Tier { get; init; }

    /// <summary>When the tier expires.</summary>
    public DateTimeOffset? TierExpiryDate { get; init; }
}
