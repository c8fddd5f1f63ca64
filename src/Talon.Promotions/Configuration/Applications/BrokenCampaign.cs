using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>A campaign that cannot be evaluated.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Problems">Why.</param>
public sealed record BrokenCampaign(long CampaignId, IReadOnlyList<RulesetProblem> Problems);
