using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Simulation;

/// <summary>One state that a session was in.</summary>
/// <param name="Session">The session.</param>
/// <param name="Effects">Its net effects.</param>
/// <param name="Commits">How often it had been written.</param>
/// <param name="ClosingAttempt">The attempt that closed it; null while it is not closed, or claimed nothing.</param>
/// <param name="By">The request that wrote it; null for nobody's.</param>
internal sealed record SessionEntry(CustomerSession Session, IReadOnlyList<Effect> Effects, long Commits, string? ClosingAttempt, Sending? By);
