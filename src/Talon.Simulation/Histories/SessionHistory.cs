using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>All states that a session was in, in order.</summary>
/// <param name="id">Its integration id.</param>
internal sealed class SessionHistory(string id)
{
    /// <summary>Its integration id.</summary>
    public string Id => id;

    /// <summary>The states.</summary>
    public List<SessionEntry> Entries { get; } = [];

    /// <summary>The state that it is in.</summary>
    public SessionEntry Last => Entries[^1];

    /// <summary>Whether it is closed, some of it returned or not.</summary>
    public bool IsClosed => Last.Session.State is SessionState.Closed or SessionState.PartiallyReturned;

    /// <summary>When it was closed last.</summary>
    public DateTimeOffset ClosedAt => Entries.FindLast(entry => entry.Session.State == SessionState.Closed)!.Session.Updated;

    /// <summary>Its closings; none once it is cancelled.</summary>
    public IEnumerable<SessionEntry> Closings => Last.Session.State == SessionState.Cancelled ? [] : Entries.Where(entry => entry.Session.State == SessionState.Closed);

    /// <summary>The entry that an operation wrote; null for none.</summary>
    public SessionEntry? By(Operation operation) => Entries.Find(entry => entry.By?.Operation == operation);
}
