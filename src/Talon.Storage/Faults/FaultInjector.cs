namespace Talon.Storage;

/// <summary>The faults that one process meets, from its start to its crash.</summary>
/// <remarks>
/// All stores and queues of the process are wrapped by the same injector: once it has crashed, every one of their
/// operations throws <see cref="CrashException"/>, those in flight included, though these may still take effect.
/// The restarted process gets a new injector over the same stores.
/// </remarks>
/// <param name="plan">What goes wrong.</param>
/// <param name="time">The clock of pauses.</param>
public sealed class FaultInjector(IFaultPlan plan, TimeProvider time)
{
    private volatile bool _crashed;

    /// <summary>Whether the process is dead.</summary>
    public bool Crashed => _crashed;

    /// <summary>A table store as the process sees it.</summary>
    public ITableStore Tables(ITableStore store) => new FaultyTableStore(store, this);

    /// <summary>A queue as the process sees it.</summary>
    public IMessageQueue Queue(IMessageQueue queue) => new FaultyQueue(queue, this);

    /// <summary>Runs an operation with the fault that the plan has for it; faults of its content are up to <paramref name="run"/>.</summary>
    internal async ValueTask<T> RunAsync<T>(StorageOperation operation, Func<Fault, ValueTask<T>> run)
    {
        ThrowIfCrashed();
        var fault = plan.Next(operation);
        switch (fault.Kind)
        {
            case FaultKind.Pause:
                await Task.Delay(fault.Span, time);
                ThrowIfCrashed();
                break;
            case FaultKind.Unavailable:
                throw Unavailable(operation);
            case FaultKind.LateEffect when operation.Writes && operation.Kind != StorageOperationKind.Receive:
                _ = RunLaterAsync(fault, run);
                throw Unavailable(operation);
            case FaultKind.CrashBefore:
                throw Crash();
        }

        var result = await run(fault);
        ThrowIfCrashed();
        return fault.Kind switch
        {
            FaultKind.AnswerLost => throw Unavailable(operation),
            FaultKind.CrashAfter => throw Crash(),
            _ => result,
        };
    }

    // The request is on its way and needs its sender no more, so a crash does not stop it, and nobody hears of its end.
    private async Task RunLaterAsync<T>(Fault fault, Func<Fault, ValueTask<T>> run)
    {
        await Task.Delay(fault.Span, time);
        await run(fault);
    }

    private void ThrowIfCrashed()
    {
        if (_crashed)
            throw new CrashException();
    }

    private CrashException Crash()
    {
        _crashed = true;
        return new();
    }

    private static StorageUnavailableException Unavailable(StorageOperation operation) =>
        new($"Injected fault: {operation.Kind} on '{operation.Target}' got no answer.");
}
