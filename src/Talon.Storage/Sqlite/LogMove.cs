using SQLitePCL;

namespace Talon.Storage;

/// <summary>Ways to move the write-ahead log into the file.</summary>
internal enum LogMove
{
    /// <summary>What is there now, and nobody waits for it.</summary>
    Beside = raw.SQLITE_CHECKPOINT_PASSIVE,

    /// <summary>All of it, so that it begins anew.</summary>
    Anew = raw.SQLITE_CHECKPOINT_RESTART,

    /// <summary>All of it, and the log is emptied.</summary>
    Away = raw.SQLITE_CHECKPOINT_TRUNCATE,
}
