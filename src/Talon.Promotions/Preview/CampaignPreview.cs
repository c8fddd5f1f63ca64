using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a campaign would have done.</summary>
/// <param name="Currency">The currency of costs.</param>
/// <param name="Evaluated">How many sessions were looked at.</param>
/// <param name="Sessions">Those that the campaign would have done something for; a given cart in any case.</param>
public sealed record CampaignPreview(string Currency, int Evaluated, IReadOnlyList<PreviewedSession> Sessions);

/// <summary>What a campaign would have done for a session.</summary>
/// <param name="IntegrationId">The session; "" for a given cart.</param>
/// <param name="ProfileId">The customer; "" when anonymous.</param>
/// <param name="At">The clock of the evaluation.</param>
/// <param name="Total">What the customer pays before discounts.</param>
/// <param name="Effects">What the campaign's rules would have done.</param>
/// <param name="Failures">Why rules of the campaign did not apply; for a given cart only.</param>
public sealed record PreviewedSession(string IntegrationId, string ProfileId, DateTimeOffset At, decimal Total, IReadOnlyList<Effect> Effects, IReadOnlyList<RuleFailure> Failures)
{
    /// <summary>The discounts in money.</summary>
    public decimal Cost => Effects.Sum(effect => effect.Props switch
    {
        SetDiscountPerAdditionalCostProps cost => cost.Value,
        AddLoyaltyPointsProps => 0,
        _ => EffectValue.Of(effect.Props),
    });

    /// <summary>The points given.</summary>
    public decimal Points => Effects.Sum(effect => effect.Props is AddLoyaltyPointsProps points ? points.Value : 0);
}
