using System.Text.Json;
using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>Writes the members of an enumeration by their names in camel case, and reads nothing else.</summary>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
