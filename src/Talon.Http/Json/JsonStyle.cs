using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>How the API writes JSON: names in camel case, nothing for null, dates with zone, text unescaped.</summary>
public static class JsonStyle
{
    /// <summary>For what is written by hand.</summary>
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For a source-generated context; each needs an instance of its own.</summary>
    /// <param name="converters">Converters for types that do not write themselves.</param>
    public static JsonSerializerOptions ForContext(params IReadOnlyList<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new Rfc3339Converter() },
        };
        foreach (var converter in converters)
            options.Converters.Add(converter);
        return options;
    }
}
