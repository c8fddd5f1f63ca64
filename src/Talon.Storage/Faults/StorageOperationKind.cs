namespace Talon.Storage;

/// <summary>The kinds of <see cref="StorageOperation"/>.</summary>
public enum StorageOperationKind
{
    /// <summary><see cref="ITableStore.ReadAsync"/>.</summary>
    Read,

    /// <summary><see cref="ITableStore.ReadRangeAsync"/>.</summary>
    ReadRange,

    /// <summary><see cref="ITableStore.CommitAsync"/>.</summary>
    Commit,

    /// <summary><see cref="IMessageQueue.SendAsync"/>.</summary>
    Send,

    /// <summary><see cref="IMessageQueue.ReceiveAsync"/>.</summary>
    Receive,

    /// <summary><see cref="IMessageQueue.PeekAsync"/>.</summary>
    Peek,

    /// <summary><see cref="IMessageQueue.ReleaseAsync"/>.</summary>
    Release,

    /// <summary><see cref="IMessageQueue.DeleteAsync"/>.</summary>
    Delete,
}
