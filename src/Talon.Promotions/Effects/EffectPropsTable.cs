using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The one list of effect types with the props that each carries.</summary>
public static class EffectPropsTable
{
    /// <summary>How props are written.</summary>
    internal static JsonSerializerOptions Options { get; } = new(EffectPropsJson.Default.Options)
    {
        TypeInfoResolver = EffectPropsJson.Default.WithAddedModifier(Adapt),
    };

    private static readonly FrozenDictionary<string, JsonTypeInfo> ByName = new Dictionary<string, JsonTypeInfo>
    {
        ["acceptCoupon"] = Info<AcceptCouponProps>(),
        ["acceptReferral"] = Info<AcceptReferralProps>(),
        ["addFreeItem"] = Info<AddFreeItemProps>(),
        ["addLoyaltyPoints"] = Info<AddLoyaltyPointsProps>(),
        ["addToAudience"] = Info<AddToAudienceProps>(),
        ["awardGiveaway"] = Info<AwardGiveawayProps>(),
        ["changeLoyaltyTierLevel"] = Info<ChangeLoyaltyTierLevelProps>(),
        ["couponCreated"] = Info<CouponCreatedProps>(),
        ["customEffect"] = Info<CustomProps>(),
        ["deductLoyaltyPoints"] = Info<DeductLoyaltyPointsProps>(),
        ["error"] = Info<ErrorProps>(),
        ["extendLoyaltyPointsExpiryDate"] = Info<ExtendLoyaltyPointsExpiryDateProps>(),
        ["increaseAchievementProgress"] = Info<IncreaseAchievementProgressProps>(),
        ["referralCreated"] = Info<ReferralCreatedProps>(),
        ["rejectCoupon"] = Info<RejectCouponProps>(),
        ["rejectReferral"] = Info<RejectReferralProps>(),
        ["removeFromAudience"] = Info<RemoveFromAudienceProps>(),
        ["reserveCoupon"] = Info<ReserveCouponProps>(),
        ["rollbackAddedLoyaltyPoints"] = Info<RollbackAddedLoyaltyPointsProps>(),
        ["rollbackCoupon"] = Info<RollbackCouponProps>(),
        ["rollbackDeductedLoyaltyPoints"] = Info<RollbackDeductedLoyaltyPointsProps>(),
        ["rollbackDiscount"] = Info<RollbackDiscountProps>(),
        ["rollbackIncreasedAchievementProgress"] = Info<RollbackIncreasedAchievementProgressProps>(),
        ["rollbackReferral"] = Info<RollbackReferralProps>(),
        ["setDiscount"] = Info<SetDiscountProps>(),
        ["setDiscountPerAdditionalCost"] = Info<SetDiscountPerAdditionalCostProps>(),
        ["setDiscountPerAdditionalCostPerItem"] = Info<SetDiscountPerAdditionalCostPerItemProps>(),
        ["setDiscountPerItem"] = Info<SetDiscountPerItemProps>(),
        ["setLoyaltyPointsExpiryDate"] = Info<SetLoyaltyPointsExpiryDateProps>(),
        ["showNotification"] = Info<ShowNotificationProps>(),
        ["startAchievementProgress"] = Info<StartAchievementProgressProps>(),
        ["triggerWebhook"] = Info<TriggerWebhookProps>(),
        ["updateAttribute"] = Info<UpdateAttributeProps>(),
        ["willAwardGiveaway"] = Info<WillAwardGiveawayProps>(),
    }.ToFrozenDictionary();

    /// <summary>The names of all effect types.</summary>
    public static IEnumerable<string> EffectTypes => ByName.Keys;

    /// <summary>Writes the props object.</summary>
    public static void Write(Utf8JsonWriter writer, EffectProps props) => JsonSerializer.Serialize(writer, props, ByName[props.EffectType]);

    /// <summary>Reads the props object of an effect type; throws <see cref="JsonException"/> for an unknown type.</summary>
    public static EffectProps Read(string effectType, JsonElement props) => ByName.TryGetValue(effectType, out var info)
        ? (EffectProps)StoredJson.Read(props, info)!
        : throw new JsonException($"No effect is called {effectType}.");

    private static JsonTypeInfo Info<T>() => Options.GetTypeInfo(typeof(T));

    private static void Adapt(JsonTypeInfo info)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (info.Properties[i].Name == "effectType")
                info.Properties.RemoveAt(i);
            else if (info.Type == typeof(CustomProps) && info.Properties[i].Name == "payload")
                info.Properties[i].CustomConverter = new RawJsonConverter();
        }
    }
}
