using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

using JsonObject = System.Text.Json.Nodes.JsonObject;

/// <summary>Makes JSON of any stored type; no value in it is null, zero or empty.</summary>
internal static class StoredSample
{
    private const int Deepest = 6;

    private static readonly Effect Effect = new()
    {
        CampaignId = 3,
        RulesetId = 4,
        RuleIndex = 5,
        RuleName = "rule",
        TriggeredByCoupon = 6,
        ConditionIndex = 7,
        EvaluationGroupId = 8,
        EvaluationGroupMode = EvaluationMode.Stackable,
        Props = new SetDiscountProps("name", 9.5m),
    };

    /// <summary>JSON of a type, with the members that are asked for.</summary>
    public static JsonNode Of(JsonTypeInfo info, Func<JsonPropertyInfo, bool> says, int depth)
    {
        if (info.Kind == JsonTypeInfoKind.Enumerable)
            return depth > Deepest ? [] : new JsonArray([.. Each(info.Options.GetTypeInfo(info.ElementType!), says, depth + 1)]);
        if (info.Kind == JsonTypeInfoKind.Dictionary)
            return new JsonObject { ["11"] = Of(info.Options.GetTypeInfo(info.ElementType!), says, depth + 1) };
        if (info.Kind == JsonTypeInfoKind.None)
            return Value(Nullable.GetUnderlyingType(info.Type) ?? info.Type, info.Options);
        if (info.PolymorphismOptions is not null && info.Type.IsAbstract)
            return Each(info, says, depth).First();

        var members = info.Properties.Where(member => StoredType.IsStored(member) && (StoredType.IsRequired(member) || (says(member) && depth <= Deepest)));
        return new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Of(info.Options.GetTypeInfo(member.PropertyType), says, depth + 1))));
    }

    /// <summary>JSON of one of the kinds of a type.</summary>
    public static JsonNode OfKind(JsonTypeInfo info, JsonDerivedType kind, Func<JsonPropertyInfo, bool> says, int depth)
    {
        var json = new JsonObject { ["$type"] = JsonValue.Create((string)kind.TypeDiscriminator!) };
        foreach (var (name, value) in Of(info, says, depth).AsObject())
            json[name] = value!.DeepClone();
        return json;
    }

    private static IEnumerable<JsonNode> Each(JsonTypeInfo info, Func<JsonPropertyInfo, bool> says, int depth) => info.PolymorphismOptions is { } choice
        ? choice.DerivedTypes.Select(kind => OfKind(info.Options.GetTypeInfo(kind.DerivedType), kind, says, depth))
        : [Of(info, says, depth)];

    private static JsonNode Value(Type type, JsonSerializerOptions options) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateTimeOffset) => JsonSerializer.SerializeToNode(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 250, TimeSpan.FromHours(1)), options.GetTypeInfo(type))!,
        _ when type == typeof(Guid) => "0f6b7c2e-5d0a-4b57-9a2e-2f4d1c3b5a69",
        _ when type == typeof(byte[]) => "AQID",
        _ when type == typeof(JsonElement) => new JsonObject { ["a"] = 1.50m },
        _ when type == typeof(Value) => "value",
        _ when type == typeof(Effect) => JsonSerializer.SerializeToNode(Effect, options.GetTypeInfo(type))!,
        _ when type == typeof(AttributeType) => "location",
        { IsEnum: true } => JsonSerializer.SerializeToNode(Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1), options.GetTypeInfo(type))!,
        _ when type == typeof(TimeSpan) => "01:30:00",
        _ when type == typeof(decimal) => 7.5m,
        { IsPrimitive: true } => 7,
        _ => throw new NotSupportedException($"How does {type} look as JSON?"),
    };
}
