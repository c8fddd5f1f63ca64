using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Talon.Http;

/// <summary>JSON whose shape only its schema tells.</summary>
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class NodeJson : JsonSerializerContext;
