using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using Talon.Promotions;

namespace Talon.Functions;

/// <summary>The functions behind the turnstiles.</summary>
public sealed class TurnstileFunctions(TimeProvider time)
{
    /// <summary>How long an entity is left alone before it is taken for forgotten: longer than any patience or lease.</summary>
    internal static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    private readonly TurnstileEntity _entity = new();

    /// <summary>Serves the signals of one id.</summary>
    [Function(TurnstileEntity.Name)]
    public Task TurnstileAsync([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync(_entity);

    /// <summary>
    /// Once an hour wakes turnstiles that somebody died at, so that they let go of what has expired, and removes those that
    /// have been empty for long.
    /// </summary>
    [Function("SweepTurnstiles")]
    public async Task SweepAsync([TimerTrigger("0 23 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var forgotten = new EntityQuery { InstanceIdStartsWith = TurnstileEntity.Name, LastModifiedTo = now - Idle, IncludeState = false };
        await foreach (var entity in durable.Entities.GetAllEntitiesAsync(forgotten).WithCancellation(cancellation))
            await durable.Entities.SignalEntityAsync(entity.Id, TurnstileEntity.SignalOperation, new TurnSignal(TurnSignalKind.Leave, "", now), null, cancellation);
        await durable.Entities.CleanEntityStorageAsync(CleanEntityStorageRequest.Default, continueUntilComplete: true, cancellation);
    }
}
