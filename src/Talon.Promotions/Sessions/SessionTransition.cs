namespace Talon.Promotions;

/// <summary>What an update does to a session's state.</summary>
internal enum SessionTransition
{
    /// <summary>A new, open session.</summary>
    Create,

    /// <summary>A new session that is closed at once.</summary>
    CreateClosed,

    /// <summary>An open session stays open.</summary>
    Update,

    /// <summary>An open session is closed.</summary>
    Close,

    /// <summary>An open session is cancelled: nothing was counted, nothing is undone.</summary>
    Abandon,

    /// <summary>A closed or partially returned session is cancelled: what is left of it is undone.</summary>
    Cancel,

    /// <summary>A closed session is opened again: it is undone as a cancellation undoes it.</summary>
    Reopen,
}
