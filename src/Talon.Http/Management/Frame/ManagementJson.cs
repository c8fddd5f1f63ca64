using System.Text.Json.Serialization;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The JSON types that the Management API answers with.</summary>
[JsonSerializable(typeof(AchievementBody))]
[JsonSerializable(typeof(AdditionalCostBody))]
[JsonSerializable(typeof(ApiKeyBody))]
[JsonSerializable(typeof(ApplicationBody))]
[JsonSerializable(typeof(AttributeBody))]
[JsonSerializable(typeof(CampaignBody))]
[JsonSerializable(typeof(CollectionBody))]
[JsonSerializable(typeof(Coupon))]
[JsonSerializable(typeof(CustomEffectBody))]
[JsonSerializable(typeof(EvaluationGroupBody))]
[JsonSerializable(typeof(EventTypeBody))]
[JsonSerializable(typeof(GiveawayPoolBody))]
[JsonSerializable(typeof(ImportBody))]
[JsonSerializable(typeof(LoyaltyProgramBody))]
[JsonSerializable(typeof(Referral))]
[JsonSerializable(typeof(IReadOnlyList<LimitConfig>))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(ManagementKeyBody))]
[JsonSerializable(typeof(AccessLogEntry))]
[JsonSerializable(typeof(RulesetBody))]
[JsonSerializable(typeof(StoreBody))]
[JsonSerializable(typeof(ValueMapBody))]
[JsonSerializable(typeof(WebhookBody))]
internal sealed partial class ManagementJson : JsonSerializerContext
{
    /// <summary>The context in the API's style.</summary>
    public static ManagementJson Api { get; } = new(JsonStyle.ForContext(
        new LimitConfigConverter(),
        new JsonStringEnumConverter<ActivationPolicy>(),
        new JsonStringEnumConverter<AdditionalCostScope>(),
        new JsonStringEnumConverter<AttributeEntity>(),
        new JsonStringEnumConverter<CampaignState>(),
        new JsonStringEnumConverter<CaseSensitivity>(),
        new JsonStringEnumConverter<ProgramJoinPolicy>(),
        new JsonStringEnumConverter<ProgressStatus>(),
        new JsonStringEnumConverter<RecurrencePolicy>(),
        new JsonStringEnumConverter<ReturnPolicy>(),
        new JsonStringEnumConverter<TiersDowngradePolicy>(),
        new JsonStringEnumConverter<TiersExpirationPolicy>()));
}
