using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Talon.Promotions.Tests;

using JsonObject = System.Text.Json.Nodes.JsonObject;

/// <summary>A record that stands in stored JSON, by itself or inside another.</summary>
/// <param name="Type">The type.</param>
/// <param name="Writing">The options that it is written with.</param>
/// <param name="IsWhole">Whether it is a row, an entity or a message by itself, or one of the kinds of something inside one.</param>
/// <param name="Kind">What tells it from others of the same base; null for a type that has none.</param>
internal sealed record StoredType(Type Type, JsonSerializerOptions Writing, bool IsWhole, JsonDerivedType? Kind = null)
{
    private static readonly Lazy<IReadOnlyList<StoredType>> Found = new(() =>
    [
        .. In(typeof(RowJson), RowJson.Default.Options),
        .. In(typeof(ConfigurationJson), ConfigurationJson.Default.Options),
        .. In(typeof(EffectPropsJson), EffectPropsTable.Options),
        .. Reachable([typeof(Turnstile), typeof(TurnSignal)], JsonSerializerOptions.Default),
    ]);

    /// <summary>All of them: what the contexts of rows, configuration and effects declare, what durable entities keep, and what is reached from there.</summary>
    public static IReadOnlyList<StoredType> All => Found.Value;

    public string Name => (Writing == ConfigurationJson.Default.Options ? "configuration " : Writing == EffectPropsTable.Options ? "props " : Writing == JsonSerializerOptions.Default ? "entity " : "row ")
        + Type.Name;

    /// <summary>How it is written.</summary>
    public JsonTypeInfo Info => Writing.GetTypeInfo(Type);

    public IEnumerable<JsonPropertyInfo> Required => Info.Properties.Where(IsRequired);

    public object Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Reading(Writing).GetTypeInfo(Declared))!;

    public string Write(object value) => JsonSerializer.Serialize(value, Writing.GetTypeInfo(Declared));

    public string Write(JsonPropertyInfo member, object owner) => JsonSerializer.Serialize(member.Get!(owner), Writing.GetTypeInfo(member.PropertyType));

    /// <summary>A new record of which only what must be said is said, as a constructor and initialisers make it.</summary>
    public object New()
    {
        var constructor = Type.GetConstructors().Where(found => found.GetParameters() is not [{ } only] || only.ParameterType != Type).MinBy(found => found.GetParameters().Length == 0 && !Type.IsValueType ? 0 : 1)
            ?? throw new InvalidOperationException($"{Type} has no public constructor.");
        var value = constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
        foreach (var member in Required.Where(member => member.AssociatedParameter is null or { IsMemberInitializer: true }))
            Property(member).SetValue(value, Sample(member));
        return value;
    }

    /// <summary>JSON of a record with some of its members.</summary>
    public JsonObject Json(Func<JsonPropertyInfo, bool> says) =>
        (Kind is { } kind ? StoredSample.OfKind(Info, kind, says, depth: 0) : StoredSample.Of(Info, says, depth: 0)).AsObject();

    public static bool IsRequired(JsonPropertyInfo member) =>
        member.IsRequired || member.AssociatedParameter is { IsMemberInitializer: false, HasDefaultValue: false, IsNullable: false };

    public static bool IsStored(JsonPropertyInfo member) => member is { Get: not null, IsExtensionData: false } && (member.AssociatedParameter is not null || member.Set is not null);

    public static PropertyInfo Property(JsonPropertyInfo member) => (PropertyInfo)member.AttributeProvider!;

    public override string ToString() => Name;

    /// <summary>What it is written as: its base, where something else tells which one it is.</summary>
    private Type Declared => Kind is null ? Type : Type.BaseType!;

    private object? Argument(ParameterInfo parameter) =>
        Info.Properties.FirstOrDefault(member => member.AssociatedParameter is { IsMemberInitializer: false } found && found.Position == parameter.Position) is { } member && IsRequired(member) ? Sample(member)
        : parameter.HasDefaultValue ? parameter.DefaultValue
        : null;

    private object? Sample(JsonPropertyInfo member) => member.Get!(Read(Json(IsRequired).ToJsonString()));

    private static IEnumerable<StoredType> In(Type context, JsonSerializerOptions writing) =>
        Reachable(CustomAttributeData.GetCustomAttributes(context).Where(found => found.AttributeType == typeof(JsonSerializableAttribute)).Select(found => (Type)found.ConstructorArguments[0].Value!), writing);

    private static IEnumerable<StoredType> Reachable(IEnumerable<Type> declared, JsonSerializerOptions writing)
    {
        var seen = new HashSet<Type>();
        var waiting = new Queue<StoredType>(declared.Select(type => new StoredType(type, writing, true)));
        while (waiting.TryDequeue(out var type))
        {
            if (!seen.Add(type.Type))
                continue;
            var info = type.Info;
            if ((info.ElementType ?? Nullable.GetUnderlyingType(type.Type)) is { } element)
                waiting.Enqueue(type with { Type = element });
            foreach (var member in info.Properties)
                waiting.Enqueue(new StoredType(member.PropertyType, writing, false));
            foreach (var kind in info.PolymorphismOptions?.DerivedTypes ?? [])
                waiting.Enqueue(new StoredType(kind.DerivedType, writing, true, kind));
            if (type.Type.IsEnum || (info.Kind == JsonTypeInfoKind.Object && !type.Type.IsAbstract))
                yield return type with { IsWhole = type.IsWhole || type.Type.IsEnum };
        }
    }
}
