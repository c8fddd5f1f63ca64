using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The JSON of every effect's props.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(ValueConverter), typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(AcceptCouponProps))]
[JsonSerializable(typeof(AcceptReferralProps))]
[JsonSerializable(typeof(AddFreeItemProps))]
[JsonSerializable(typeof(AddLoyaltyPointsProps))]
[JsonSerializable(typeof(AddToAudienceProps))]
[JsonSerializable(typeof(AwardGiveawayProps))]
[JsonSerializable(typeof(ChangeLoyaltyTierLevelProps))]
[JsonSerializable(typeof(CouponCreatedProps))]
[JsonSerializable(typeof(CustomProps))]
[JsonSerializable(typeof(DeductLoyaltyPointsProps))]
[JsonSerializable(typeof(ErrorProps))]
[JsonSerializable(typeof(ExtendLoyaltyPointsExpiryDateProps))]
[JsonSerializable(typeof(IncreaseAchievementProgressProps))]
[JsonSerializable(typeof(ReferralCreatedProps))]
[JsonSerializable(typeof(RejectCouponProps))]
[JsonSerializable(typeof(RejectReferralProps))]
[JsonSerializable(typeof(RemoveFromAudienceProps))]
[JsonSerializable(typeof(ReserveCouponProps))]
[JsonSerializable(typeof(RollbackAddedLoyaltyPointsProps))]
[JsonSerializable(typeof(RollbackCouponProps))]
[JsonSerializable(typeof(RollbackDeductedLoyaltyPointsProps))]
[JsonSerializable(typeof(RollbackDiscountProps))]
[JsonSerializable(typeof(RollbackIncreasedAchievementProgressProps))]
[JsonSerializable(typeof(RollbackReferralProps))]
[JsonSerializable(typeof(SetDiscountPerAdditionalCostPerItemProps))]
[JsonSerializable(typeof(SetDiscountPerAdditionalCostProps))]
[JsonSerializable(typeof(SetDiscountPerItemProps))]
[JsonSerializable(typeof(SetDiscountProps))]
[JsonSerializable(typeof(SetLoyaltyPointsExpiryDateProps))]
[JsonSerializable(typeof(ShowNotificationProps))]
[JsonSerializable(typeof(StartAchievementProgressProps))]
[JsonSerializable(typeof(TriggerWebhookProps))]
[JsonSerializable(typeof(UpdateAttributeProps))]
[JsonSerializable(typeof(WillAwardGiveawayProps))]
internal sealed partial class EffectPropsJson : JsonSerializerContext;
