using System.Text.Json;
using Microsoft.DurableTask.Entities;

namespace Talon.Functions.Tests;

/// <summary>One operation on an entity; input and state go through JSON.</summary>
internal sealed class FakeOperation(EntityInstanceId id, string name, string input, string? state, JsonSerializerOptions json) : TaskEntityOperation
{
    private readonly FakeState _state = new(state, json);

    /// <summary>The state that is saved.</summary>
    public string? Saved => _state.Json;

    public override string Name => name;

    public override TaskEntityContext Context => throw new NotSupportedException($"{id} starts nothing.");

    public override TaskEntityState State => _state;

    public override bool HasInput => input != "null";

    public override object? GetInput(Type inputType) => JsonSerializer.Deserialize(input, inputType, json);

    private sealed class FakeState(string? saved, JsonSerializerOptions json) : TaskEntityState
    {
        public string? Json { get; private set; } = saved;

        public override bool HasState => Json is not null;

        public override object? GetState(Type type) => Json is null ? null : JsonSerializer.Deserialize(Json, type, json);

        public override void SetState(object? state) => Json = state is null ? null : JsonSerializer.Serialize(state, json);
    }
}
