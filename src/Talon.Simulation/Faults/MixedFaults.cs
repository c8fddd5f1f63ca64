using Talon.Storage;

namespace Talon.Simulation;

/// <summary>Faults at random, from a mix, until they are switched off.</summary>
internal sealed class MixedFaults(FaultMix mix, Random random, Trace trace) : IFaultPlan
{
    // Beyond a gate's lease and an attempt's guard: nobody may rely on either to keep a slow process away.
    private const double LongestSeconds = 180;

    private readonly Dictionary<FaultKind, int> _struck = [];

    /// <summary>Whether faults strike.</summary>
    public bool Enabled { get; set; }

    /// <summary>How often each kind struck.</summary>
    public IReadOnlyDictionary<FaultKind, int> Struck => _struck;

    /// <inheritdoc/>
    public Fault Next(StorageOperation operation)
    {
        if (!Enabled)
            return Fault.None;
        foreach (var (kind, rate) in mix.Rates)
        {
            if (Strikes(kind, operation.Kind) && random.NextDouble() < rate)
            {
                _struck[kind] = _struck.GetValueOrDefault(kind) + 1;
                var span = Span();
                trace.Note(Work.Name, "FAULT", operation.Target, () => FormattableString.Invariant($"{kind} of {operation.Kind} {string.Join(", ", operation.Changes.Select(change => change.Key))} for {span.TotalSeconds:0.000} s"));
                return new Fault(kind, span);
            }
        }

        return Fault.None;
    }

    /// <summary>From a millisecond to minutes, short and long alike.</summary>
    private TimeSpan Span() => TimeSpan.FromSeconds(Math.Min(LongestSeconds, Math.Pow(10, -3 + (5.3 * random.NextDouble()))));

    private static bool Strikes(FaultKind fault, StorageOperationKind operation) => fault switch
    {
        FaultKind.Touch => operation is StorageOperationKind.Commit,
        FaultKind.Duplicate or FaultKind.Late => operation is StorageOperationKind.Send,
        FaultKind.Reappear or FaultKind.Reverse => operation is StorageOperationKind.Receive,
        FaultKind.LateEffect => operation is StorageOperationKind.Commit or StorageOperationKind.Send or StorageOperationKind.Delete,
        _ => true,
    };
}
