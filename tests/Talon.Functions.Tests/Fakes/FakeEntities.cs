using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client.Entities;
using Microsoft.DurableTask.Entities;

namespace Talon.Functions.Tests;

/// <summary>Entities as the client sees them: a signal is enqueued, and served when <see cref="ServeAsync"/> is called.</summary>
internal sealed class FakeEntities(ITaskEntity entity) : DurableEntityClient("fake")
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private readonly Lock _gate = new();
    private readonly Dictionary<EntityInstanceId, string?> _states = [];
    private readonly Queue<(EntityInstanceId Id, string Operation, string Input)> _signals = [];

    /// <summary>When each entity was last changed; older than any by default.</summary>
    public DateTimeOffset LastModified { get; set; }

    /// <summary>The entities, with their state as JSON.</summary>
    public IReadOnlyDictionary<EntityInstanceId, string?> States
    {
        get
        {
            lock (_gate)
                return new Dictionary<EntityInstanceId, string?>(_states);
        }
    }

    /// <summary>Serves the signals that have arrived, one at a time.</summary>
    public async Task ServeAsync()
    {
        while (Next() is { } signal)
        {
            var operation = new FakeOperation(signal.Id, signal.Operation, signal.Input, States.GetValueOrDefault(signal.Id), Json);
            await entity.RunAsync(operation);
            lock (_gate)
                _states[signal.Id] = operation.Saved;
        }
    }

    public override Task SignalEntityAsync(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null, CancellationToken cancellation = default)
    {
        lock (_gate)
            _signals.Enqueue((id, operationName, JsonSerializer.Serialize(input, Json)));
        return Task.CompletedTask;
    }

    public override Task<EntityMetadata?> GetEntityAsync(EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<EntityMetadata<T>?> GetEntityAsync<T>(EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default) =>
        Task.FromResult(States.TryGetValue(id, out var state)
            ? new EntityMetadata<T>(id, state is null || !includeState ? default : JsonSerializer.Deserialize<T>(state, Json))
            : null);

    public override AsyncPageable<EntityMetadata> GetAllEntitiesAsync(EntityQuery? filter = null)
    {
        Assert.Equal("@turnstile", filter!.InstanceIdStartsWith);
        Assert.False(filter.IncludeState, "States need not travel.");
        var found = States.Where(state => state.Value is not null && LastModified <= filter.LastModifiedTo).Select(state => new EntityMetadata(state.Key)).ToList();
        return Pageable.Create((_, _) => Task.FromResult(new Page<EntityMetadata>(found)));
    }

    public override AsyncPageable<EntityMetadata<T>> GetAllEntitiesAsync<T>(EntityQuery? filter = null) => throw new NotSupportedException();

    public override Task<CleanEntityStorageResult> CleanEntityStorageAsync(CleanEntityStorageRequest? request = null, bool continueUntilComplete = true, CancellationToken cancellation = default)
    {
        Assert.True(request is { RemoveEmptyEntities: true } && continueUntilComplete, "Empty entities are removed, all of them.");
        lock (_gate)
            foreach (var empty in _states.Where(state => state.Value is null).Select(state => state.Key).ToList())
                _states.Remove(empty);
        return Task.FromResult(default(CleanEntityStorageResult));
    }

    private (EntityInstanceId Id, string Operation, string Input)? Next()
    {
        lock (_gate)
            return _signals.TryDequeue(out var signal) ? signal : null;
    }
}
