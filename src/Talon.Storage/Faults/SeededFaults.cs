namespace Talon.Storage;

/// <summary>Faults at random: the same seed and the same operations give the same faults.</summary>
/// <param name="random">The source; used by one thread at a time.</param>
/// <param name="longest">The longest span of a fault that takes time.</param>
/// <param name="rates">How often each kind strikes an operation it can strike, from 0 to 1.</param>
public sealed class SeededFaults(Random random, TimeSpan longest, IReadOnlyList<(FaultKind Kind, double Rate)> rates) : IFaultPlan
{
    /// <inheritdoc/>
    public Fault Next(StorageOperation operation)
    {
        foreach (var (kind, rate) in rates)
        {
            if (Strikes(kind, operation.Kind) && random.NextDouble() < rate)
                return new(kind, TimeSpan.FromTicks(random.NextInt64(longest.Ticks + 1)));
        }

        return Fault.None;
    }

    private static bool Strikes(FaultKind fault, StorageOperationKind operation) => fault switch
    {
        FaultKind.Touch => operation is StorageOperationKind.Commit,
        FaultKind.Duplicate or FaultKind.Late => operation is StorageOperationKind.Send,
        FaultKind.Reappear or FaultKind.Reverse => operation is StorageOperationKind.Receive,
        FaultKind.LateEffect => operation is StorageOperationKind.Commit or StorageOperationKind.Send or StorageOperationKind.Delete,
        _ => true,
    };
}
