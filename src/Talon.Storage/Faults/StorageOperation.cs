namespace Talon.Storage;

/// <summary>An operation that may go wrong.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Target">The partition or the queue.</param>
/// <param name="Changes">The changes of a commit; empty otherwise.</param>
public readonly record struct StorageOperation(StorageOperationKind Kind, string Target, IReadOnlyList<Change> Changes)
{
    /// <summary>Whether it changes what is stored.</summary>
    public bool Writes => Kind is not (StorageOperationKind.Read or StorageOperationKind.ReadRange or StorageOperationKind.Peek);

    internal static StorageOperation On(StorageOperationKind kind, string target) => new(kind, target, []);
}
