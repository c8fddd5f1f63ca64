namespace Talon.RuleEngine;

/// <summary>Effect <c>addLoyaltyPoints</c>.</summary>
/// <param name="Name">The reason, as customers read it.</param>
/// <param name="ProgramId">The loyalty programme.</param>
/// <param name="SubLedgerId">The subledger; "" for the main one.</param>
/// <param name="Value">Points given, zero or more.</param>
/// <param name="RecipientIntegrationId">The integrator's id of the customer who gets them; "" where only a card does.</param>
/// <param name="TransactionUUID">The transaction in the ledger.</param>
/// <param name="DesiredValue">What it would be without budgets; null unless partial grants are on.</param>
/// <param name="StartDate">First moment at which they count; null for at once, or for when the shop activates them.</param>
/// <param name="ExpiryDate">First moment at which they no longer count; null for never, or when it depends on the activation.</param>
/// <param name="CartItemPosition">Index of the line in the cart, from 0.</param>
/// <param name="CartItemSubPosition">Index of the unit in its line, from 0.</param>
/// <param name="CardIdentifier">The loyalty card; null where points belong to customers.</param>
/// <param name="BundleIndex">The bundle's place among those of its binding, from 0.</param>
/// <param name="BundleName">The binding that made the bundle.</param>
/// <param name="AwaitsActivation">Whether they wait until the shop activates them; null for no.</param>
/// <param name="ValidityDuration">How long the points last once they are activated, such as <c>30D</c>.</param>
public sealed record AddLoyaltyPointsProps(
    string Name,
    long ProgramId,
    string SubLedgerId,
    decimal Value,
    string RecipientIntegrationId,
    string TransactionUUID,
    decimal? DesiredValue = null,
    DateTimeOffset? StartDate = null,
    DateTimeOffset? ExpiryDate = null,
    int? CartItemPosition = null,
    int? CartItemSubPosition = null,
    string? CardIdentifier = null,
    int? BundleIndex = null,
    string? BundleName = null,
    bool? AwaitsActivation = null,
    string? ValidityDuration = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "addLoyaltyPoints";
}
