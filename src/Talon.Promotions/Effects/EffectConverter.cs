using System.Text.Json;
using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Writes and reads an effect in the API's form: the envelope, the type's name, and the props of that type.</summary>
public sealed class EffectConverter : JsonConverter<Effect>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Effect value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("campaignId"u8, value.CampaignId);
        writer.WriteNumber("rulesetId"u8, value.RulesetId);
        writer.WriteNumber("ruleIndex"u8, value.RuleIndex);
        writer.WriteString("ruleName"u8, value.RuleName);
        writer.WriteString("effectType"u8, value.Props.EffectType);
        if (value.TriggeredByCoupon is { } coupon)
            writer.WriteNumber("triggeredByCoupon"u8, coupon);
        if (value.ConditionIndex is { } condition)
            writer.WriteNumber("conditionIndex"u8, condition);
        if (value.EvaluationGroupId is { } group)
            writer.WriteNumber("evaluationGroupID"u8, group);
        if (value.EvaluationGroupMode is { } mode)
            writer.WriteString("evaluationGroupMode"u8, mode.ApiName());
        writer.WritePropertyName("props"u8);
        EffectPropsTable.Write(writer, value.Props);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override Effect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return new Effect
        {
            CampaignId = json.GetProperty("campaignId"u8).GetInt64(),
            RulesetId = json.GetProperty("rulesetId"u8).GetInt64(),
            RuleIndex = json.GetProperty("ruleIndex"u8).GetInt32(),
            RuleName = json.GetProperty("ruleName"u8).GetString()!,
            TriggeredByCoupon = Optional(json, "triggeredByCoupon"),
            ConditionIndex = (int?)Optional(json, "conditionIndex"),
            EvaluationGroupId = Optional(json, "evaluationGroupID"),
            EvaluationGroupMode = json.TryGetProperty("evaluationGroupMode"u8, out var mode) ? EvaluationModeNames.Parse(mode.GetString()!) : null,
            Props = EffectPropsTable.Read(json.GetProperty("effectType"u8).GetString()!, json.GetProperty("props"u8)),
        };
    }

    private static long? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
