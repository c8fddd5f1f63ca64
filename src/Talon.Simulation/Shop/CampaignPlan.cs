using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>A campaign of the simulated shop.</summary>
/// <param name="Id">Its id, and that of its ruleset.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rules">The rules, as JSON.</param>
/// <param name="Limits">Its budgets, each with its id.</param>
internal sealed record CampaignPlan(long Id, string Name, string Rules, IReadOnlyList<LimitConfig> Limits);
