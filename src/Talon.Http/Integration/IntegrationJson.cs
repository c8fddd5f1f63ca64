using System.Text.Json.Serialization;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The JSON types of the Integration API.</summary>
[JsonSerializable(typeof(AudienceBody))]
[JsonSerializable(typeof(CatalogBody))]
[JsonSerializable(typeof(CatalogItemBody))]
[JsonSerializable(typeof(Coupon))]
[JsonSerializable(typeof(IntegrationCampaignBody))]
[JsonSerializable(typeof(PriorPriceBody))]
[JsonSerializable(typeof(InventoryBody))]
[JsonSerializable(typeof(CustomerProfile))]
[JsonSerializable(typeof(StateBody))]
[JsonSerializable(typeof(EffectsBody))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(Referral))]
[JsonSerializable(typeof(EventBody))]
[JsonSerializable(typeof(LegacyStateBody))]
[JsonSerializable(typeof(AchievementBody))]
[JsonSerializable(typeof(AchievementProgress))]
[JsonSerializable(typeof(PreviewBody))]
[JsonSerializable(typeof(LoyaltyBalances))]
[JsonSerializable(typeof(CardBalancesBody))]
[JsonSerializable(typeof(PointsTransaction))]
[JsonSerializable(typeof(UnusedPoints))]
[JsonSerializable(typeof(ActivatedBody))]
[JsonSerializable(typeof(LoyaltyCardState))]
internal sealed partial class IntegrationJson : JsonSerializerContext
{
    /// <summary>The context in the API's style.</summary>
    public static IntegrationJson Api { get; } = new(JsonStyle.ForContext(
        new EffectConverter(),
        new LimitConfigConverter(),
        new JsonStringEnumConverter<ActivationPolicy>(),
        new JsonStringEnumConverter<CampaignState>(),
        new JsonStringEnumConverter<ProgressStatus>(),
        new JsonStringEnumConverter<RecurrencePolicy>(),
        new JsonStringEnumConverter<SessionState>()));
}
