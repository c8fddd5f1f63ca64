namespace Talon.Storage;

/// <summary>What a request asked of the storage.</summary>
/// <param name="Trips">Sequential trips: rounds of operations of which each waited for the one before.</param>
/// <param name="Reads">Point and range reads.</param>
/// <param name="Commits">Transactions, those that conflicted included.</param>
/// <param name="QueueOperations">Sends, receives and deletes of messages.</param>
/// <param name="BytesWritten">Bodies handed to commits, and messages sent, in bytes.</param>
public readonly record struct TripCount(int Trips, int Reads, int Commits, int QueueOperations, long BytesWritten)
{
    /// <summary>All operations.</summary>
    public int Operations => Reads + Writes;

    /// <summary>Operations that change what is stored.</summary>
    public int Writes => Commits + QueueOperations;
}
