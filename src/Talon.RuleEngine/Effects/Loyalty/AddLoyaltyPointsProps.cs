namespace Talon.RuleEngine;

/// <summary>Effect <c>addLoyaltyPoints</c>.</summary>
/// <param name="Name">Reason.</param>
/// <param name="ProgramId">Loyalty programme.</param>
/// <param name="SubLedgerId">Subledger; "" = main.</param>
/// <param name="Value">Points added.</param>
/// <param name="DesiredValue">Unbudgeted value; partial rewards only.</param>
/// <param name="RecipientIntegrationId">Only this customer may use/receive.</param>
/// <param name="StartDate">Valid from.</param>
/// <param name="ExpiryDate">Valid until; absent = never expires.</param>
/// <param name="TransactionUUID">Point transaction id.</param>
/// <param name="CartItemPosition">Line index.</param>
/// <param name="CartItemSubPosition">Unit index in line.</param>
/// <param name="CardIdentifier">Loyalty card.</param>
/// <param name="BundleIndex">Which bundle instance.</param>
/// <param name="BundleName">Bundle definition.</param>
/// <param name="AwaitsActivation">Points wait for activate_points.</param>
/// <param name="ValidityDuration">Lifetime after activation.</param>
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
