namespace Talon.Storage;

/// <summary>Decides what goes wrong.</summary>
public interface IFaultPlan
{
    /// <summary>The fault of the next operation; asked once for each, in the order in which they begin.</summary>
    Fault Next(StorageOperation operation);
}
