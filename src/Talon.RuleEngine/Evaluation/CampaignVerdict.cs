namespace Talon.RuleEngine;

/// <summary>Whether a campaign applied, and if not, why.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="CampaignName">Its name.</param>
/// <param name="Passed">Whether at least one rule succeeded.</param>
/// <param name="FailureCode">ALL_RULES_FAILED, SKIPPED or AUDIENCE_NOT_MATCHED; null when passed.</param>
/// <param name="ExclusionReason">For SKIPPED, the exclusion reason of the evaluation group; otherwise null.</param>
/// <param name="Rules">A verdict per rule evaluated.</param>
public sealed record CampaignVerdict(long CampaignId, string CampaignName, bool Passed, string? FailureCode, string? ExclusionReason, IReadOnlyList<RuleVerdict> Rules);

/// <summary>Whether a rule applied.</summary>
/// <param name="RuleIndex">Position of the rule in its ruleset, from 0.</param>
/// <param name="RuleName">The rule's title.</param>
/// <param name="Passed">Whether it succeeded.</param>
/// <param name="FailureCode">CONDITION_NOT_MET or EFFECT_FAILED; null when passed.</param>
/// <param name="CouponCode">The code under evaluation, if any.</param>
/// <param name="Failure">Why it failed; null when passed.</param>
public sealed record RuleVerdict(int RuleIndex, string RuleName, bool Passed, string? FailureCode, string? CouponCode, RuleFailure? Failure);
