namespace Talon.Storage;

/// <summary>Simple plans.</summary>
public static class FaultPlan
{
    /// <summary>Nothing goes wrong.</summary>
    public static IFaultPlan None { get; } = From(_ => Fault.None);

    /// <summary>A plan given as a function.</summary>
    public static IFaultPlan From(Func<StorageOperation, Fault> next) => new FunctionPlan(next);

    /// <summary>The process dies at its write number <paramref name="number"/>, counted from 1, before or after its effect.</summary>
    /// <remarks>Run with every number until nothing dies any more, it visits every crash between two writes.</remarks>
    public static IFaultPlan CrashAtWrite(int number, bool written)
    {
        var writes = 0;
        var crash = new Fault(written ? FaultKind.CrashAfter : FaultKind.CrashBefore);
        return From(operation => operation.Writes && Interlocked.Increment(ref writes) == number ? crash : Fault.None);
    }

    private sealed class FunctionPlan(Func<StorageOperation, Fault> next) : IFaultPlan
    {
        public Fault Next(StorageOperation operation) => next(operation);
    }
}
