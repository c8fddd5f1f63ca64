using Talon.RuleEngine;

namespace Talon.Simulation;

/// <summary>What an event or an update of a profile granted, for ever.</summary>
/// <param name="ProfileId">The customer's integration id.</param>
/// <param name="At">When.</param>
/// <param name="Effects">The effects.</param>
internal sealed record ProfileGrant(string ProfileId, DateTimeOffset At, IReadOnlyList<Effect> Effects);
