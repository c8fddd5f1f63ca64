using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>The JSON of configuration entities as they are stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AccountAdditionalCost))]
[JsonSerializable(typeof(Achievement))]
[JsonSerializable(typeof(ApiKey))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(Audience))]
[JsonSerializable(typeof(Campaign))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(Collection))]
[JsonSerializable(typeof(CollectionItems))]
[JsonSerializable(typeof(CustomEffect))]
[JsonSerializable(typeof(EntityAttribute))]
[JsonSerializable(typeof(EvaluationGroup))]
[JsonSerializable(typeof(EventType))]
[JsonSerializable(typeof(GiveawayPool))]
[JsonSerializable(typeof(LoyaltyProgram))]
[JsonSerializable(typeof(AccountSettings))]
[JsonSerializable(typeof(ManagementKey))]
[JsonSerializable(typeof(ManagementSession))]
[JsonSerializable(typeof(Ruleset))]
[JsonSerializable(typeof(Store))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(ValueMap))]
[JsonSerializable(typeof(Webhook))]
[JsonSerializable(typeof(ConfigurationHead))]
[JsonSerializable(typeof(ChangeHeader))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
