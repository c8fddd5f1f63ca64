using System.Text.Json.Serialization;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The JSON types that the Management API takes, once they are checked.</summary>
[JsonSerializable(typeof(AchievementInput))]
[JsonSerializable(typeof(AdditionalCostInput))]
[JsonSerializable(typeof(ApiKeyInput))]
[JsonSerializable(typeof(ApplicationInput))]
[JsonSerializable(typeof(AttributeInput))]
[JsonSerializable(typeof(CampaignCopyInput))]
[JsonSerializable(typeof(AudienceInput))]
[JsonSerializable(typeof(CampaignInput))]
[JsonSerializable(typeof(CatalogInput))]
[JsonSerializable(typeof(CollectionInput))]
[JsonSerializable(typeof(CustomEffectInput))]
[JsonSerializable(typeof(EvaluationGroupInput))]
[JsonSerializable(typeof(EventTypeInput))]
[JsonSerializable(typeof(GiveawayPoolInput))]
[JsonSerializable(typeof(LoyaltyProgramInput))]
[JsonSerializable(typeof(ManagementKeyInput))]
[JsonSerializable(typeof(RulesetInput))]
[JsonSerializable(typeof(StoreInput))]
[JsonSerializable(typeof(ValueMapInput))]
[JsonSerializable(typeof(WebhookInput))]
internal sealed partial class ManagementInputJson : JsonSerializerContext
{
    /// <summary>The context in the API's style.</summary>
    public static ManagementInputJson Api { get; } = new(JsonStyle.ForContext(
        new JsonStringEnumConverter<ActivationPolicy>(),
        new JsonStringEnumConverter<AdditionalCostScope>(),
        new JsonStringEnumConverter<AttributeEntity>(),
        new JsonStringEnumConverter<CampaignState>(),
        new JsonStringEnumConverter<CaseSensitivity>(),
        new JsonStringEnumConverter<ProgramJoinPolicy>(),
        new JsonStringEnumConverter<RecurrencePolicy>(),
        new JsonStringEnumConverter<ReturnPolicy>(),
        new JsonStringEnumConverter<TiersDowngradePolicy>(),
        new JsonStringEnumConverter<TiersExpirationPolicy>()));
}
