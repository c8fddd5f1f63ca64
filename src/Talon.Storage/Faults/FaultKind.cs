namespace Talon.Storage;

/// <summary>What goes wrong with an operation. A kind that makes no sense for an operation leaves it alone.</summary>
public enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It takes effect after the fault's span.</summary>
    Pause,

    /// <summary>It throws <see cref="StorageUnavailableException"/> and has no effect.</summary>
    Unavailable,

    /// <summary>It takes effect and throws <see cref="StorageUnavailableException"/>.</summary>
    AnswerLost,

    /// <summary>A commit, send or delete throws <see cref="StorageUnavailableException"/> at once, and takes effect after the span.</summary>
    LateEffect,

    /// <summary>The process dies before it has an effect.</summary>
    CrashBefore,

    /// <summary>The process dies after it took effect.</summary>
    CrashAfter,

    /// <summary>Somebody else rewrites a row of the commit just before it, with the same body: a true conflict of ETags.</summary>
    Touch,

    /// <summary>A message is sent twice, the second time delayed by the span.</summary>
    Duplicate,

    /// <summary>A message is delayed by the span, on top of its own delay.</summary>
    Late,

    /// <summary>Received messages are visible again after the span, while they are being worked on.</summary>
    Reappear,

    /// <summary>Received messages come in the opposite order.</summary>
    Reverse,
}
