using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Functions;

/// <summary>The turnstiles of contended ids as durable entities, one per id.</summary>
/// <remarks>The worker hands out its client with a call only, so each call leaves it here for whoever comes to need it.</remarks>
public sealed class DurableTurnstiles : ITurnstiles
{
    private volatile DurableTaskClient? _client;

    /// <summary>Takes note of the client.</summary>
    public void Use(DurableTaskClient client) => _client = client;

    /// <inheritdoc/>
    public async ValueTask SignalAsync(string id, TurnSignal signal, CancellationToken cancellation)
    {
        try
        {
            await Client.Entities.SignalEntityAsync(Entity(id), TurnstileEntity.SignalOperation, signal, null, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            throw Unavailable(exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Turnstile?> ReadAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var found = await Client.Entities.GetEntityAsync<Turnstile>(Entity(id), includeState: true, cancellation);
            // An entity that emptied itself has no state to ask for.
            return found is { IncludesState: true } ? found.State : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            throw Unavailable(exception);
        }
    }

    private DurableTaskClient Client => _client ?? throw new InvalidOperationException("No call has brought a client for durable entities yet.");

    private static EntityInstanceId Entity(string id) => new(TurnstileEntity.Name, id);

    private static StorageUnavailableException Unavailable(Exception exception) => new("The durable entity did not answer.", exception);
}
