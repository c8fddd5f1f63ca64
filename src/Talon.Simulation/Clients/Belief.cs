using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>What clients believe of a session: good enough to send requests that mostly make sense.</summary>
/// <param name="Id">Its integration id.</param>
/// <param name="State">The state that was heard of last; null while it is new.</param>
internal sealed record Belief(string Id, SessionState? State);
