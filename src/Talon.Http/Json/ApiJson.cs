using System.Text.Json.Serialization;

namespace Talon.Http;

/// <summary>The frame's own JSON types.</summary>
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The context in the API's style.</summary>
    public static ApiJson Api { get; } = new(JsonStyle.ForContext());
}
