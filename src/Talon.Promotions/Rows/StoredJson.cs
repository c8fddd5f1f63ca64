using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Talon.Promotions;

/// <summary>
/// The one way to read stored JSON, whichever build wrote it: a member that it lacks has the value that a new record has, and
/// one that nobody knows any more is passed over.
/// </summary>
/// <remarks>
/// Generated code fills init members as it makes the record and gives those that are missing null or zero in place of their
/// initialiser. So a record whose initialisers say anything else is made first here, and filled then.
/// </remarks>
internal static class StoredJson
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Readers = [];

    private static readonly MethodInfo TypedSetter = typeof(StoredJson).GetMethod(nameof(SetterOf), BindingFlags.Static | BindingFlags.NonPublic)!;

#pragma warning disable RS0030 // Banned, so that nobody passes by this class.
    /// <summary>Reads a record; <paramref name="info"/> is what it is written with.</summary>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> info) => JsonSerializer.Deserialize(json, Reading(info))!;

    /// <summary>Reads a record from text.</summary>
    public static T Read<T>(string json, JsonTypeInfo<T> info) => JsonSerializer.Deserialize(json, Reading(info))!;

    /// <summary>Reads a record that stands inside other JSON; null where that says null.</summary>
    public static T? Read<T>(ref Utf8JsonReader json, JsonTypeInfo<T> info) => JsonSerializer.Deserialize(ref json, Reading(info));

    /// <summary>Reads a record of a type that only its place tells.</summary>
    public static object? Read(JsonElement json, JsonTypeInfo info) => json.Deserialize(Reading(info.Options).GetTypeInfo(info.Type));
#pragma warning restore RS0030

    /// <summary>How records are read, given how they are written.</summary>
    public static JsonSerializerOptions Reading(JsonSerializerOptions writing) =>
        Readers.GetValue(writing, static options => new(options) { TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(KeepInitialisers) });

    private static JsonTypeInfo<T> Reading<T>(JsonTypeInfo<T> info) => (JsonTypeInfo<T>)Reading(info.Options).GetTypeInfo(typeof(T));

    private static void KeepInitialisers(JsonTypeInfo info)
    {
        var members = info.Properties.Where(member => member.AssociatedParameter is not null).ToList();
        var parameters = members.Where(member => !member.AssociatedParameter!.IsMemberInitializer).ToList();
        if (info.Kind != JsonTypeInfoKind.Object || info.Type.IsValueType || members.Count == parameters.Count || ConstructorOf(info.Type, parameters) is not { } constructor)
            return;
        object?[] arguments = [.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null)];
        var fresh = constructor.Invoke(arguments);
        if (members.TrueForAll(member => parameters.Contains(member) || IsNullOrZero(member.Get!(fresh))))
            return;
        info.CreateObject = () => constructor.Invoke(arguments);
        foreach (var member in members)
            member.Set = Setter((PropertyInfo)member.AttributeProvider!);
    }

    private static ConstructorInfo? ConstructorOf(Type type, List<JsonPropertyInfo> parameters) =>
        type.GetConstructor([.. parameters.Select(member => member.AssociatedParameter!).OrderBy(parameter => parameter.Position).Select(parameter => parameter.ParameterType)]);

    private static bool IsNullOrZero(object? value) => value is null || (value.GetType().IsValueType && value.Equals(RuntimeHelpers.GetUninitializedObject(value.GetType())));

    private static Action<object, object?> Setter(PropertyInfo member) =>
        TypedSetter.MakeGenericMethod(member.DeclaringType!, member.PropertyType).CreateDelegate<Func<MethodInfo, Action<object, object?>>>()(member.SetMethod!);

    private static Action<object, object?> SetterOf<TOwner, TValue>(MethodInfo set)
    {
        var typed = set.CreateDelegate<Action<TOwner, TValue>>();
        return (owner, value) => typed((TOwner)owner, (TValue)value!);
    }
}
