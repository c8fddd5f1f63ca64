using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What an effect would do to points.</summary>
/// <param name="ProgramId">The programme.</param>
/// <param name="Subledger">The subledger.</param>
/// <param name="Card">The card; null for a customer's points.</param>
/// <param name="Recipient">The customer who gets them; null for points that are taken.</param>
/// <param name="Points">How many, below zero when they are taken.</param>
/// <param name="From">When they become active; null for at once.</param>
/// <param name="OnAction">Whether they wait to be activated.</param>
internal sealed record PointsChange(long ProgramId, string Subledger, string? Card, string? Recipient, decimal Points, DateTimeOffset? From, bool OnAction)
{
    /// <summary>That of an effect; null for effects that are not about points.</summary>
    public static PointsChange? Of(EffectProps props) => props switch
    {
        AddLoyaltyPointsProps add => new(add.ProgramId, add.SubLedgerId, add.CardIdentifier, add.RecipientIntegrationId, add.Value, add.StartDate, add.AwaitsActivation == true),
        DeductLoyaltyPointsProps deduct => new(deduct.ProgramId, deduct.SubLedgerId, deduct.CardIdentifier, null, -deduct.Value, null, false),
        _ => null,
    };

    /// <summary>Whether it is about an account.</summary>
    public bool Is(long program, LedgerOwner owner) => ProgramId == program && Card == owner.Card && (Card is not null || Recipient is null || Recipient == owner.Profile);

    /// <summary>Whether the points are not active at once.</summary>
    public bool Waits(DateTimeOffset now) => OnAction || From > now;
}
