using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>Points that were activated, with the names of the API.</summary>
public sealed record ActivatedPoints
{
    /// <summary>When they were granted.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The programme.</summary>
    [JsonPropertyName("programID")]
    public required long ProgramId { get; init; }

    /// <summary>The customer.</summary>
    [JsonPropertyName("customerProfileID")]
    public string? CustomerProfileId { get; init; }

    /// <summary>The session that earned them.</summary>
    [JsonPropertyName("customerSessionID")]
    public string? CustomerSessionId { get; init; }

    /// <summary>Always <c>addition</c>.</summary>
    public string Type { get; init; } = "addition";

    /// <summary>How many.</summary>
    public required decimal Amount { get; init; }

    /// <summary>From when they are active.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>When they expire; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>The reason.</summary>
    public required string Name { get; init; }

    /// <summary>The subledger; "" for the main one.</summary>
    [JsonPropertyName("subLedgerID")]
    public required string SubLedgerId { get; init; }

    /// <summary>How long they last.</summary>
    public string? ValidityDuration { get; init; }

    internal static ActivatedPoints Of(LoyaltyProgram program, LedgerOwner owner, LedgerEntry entry) => new()
    {
        Created = entry.Lot!.Created,
        ProgramId = program.Id,
        CustomerProfileId = owner.Profile,
        CustomerSessionId = entry.Lot.Session,
        Amount = RuleEngine.Amounts.Normalise(entry.Lot.Points),
        StartDate = entry.From,
        ExpiryDate = entry.Until,
        Name = entry.Lot.Name,
        SubLedgerId = entry.Subledger,
        ValidityDuration = LedgerTexts.Validity(entry.From, entry.Until, entry.Lot.Validity),
    };
}
