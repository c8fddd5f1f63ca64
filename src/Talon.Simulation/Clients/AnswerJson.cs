using System.Text.Json.Serialization;

namespace Talon.Simulation;

[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
